//! `docs/checks.md`: every check with its rule and its remedy, made from the checks and the Japanese texts.

use super::finding_words::{hurt, need_name, severity, steps, title, why};
use crate::check::{CHECKS, Check, UNCHECKED};
use crate::format::kokuhoren::return_codes::lookup;
use crate::i18n::{Language, Texts};
use std::fmt::Write;

const HEAD: &str = "# 点検（返戻・保留・査定の予測）

送る前に、利用者ごとの1か月を見て、このまま送ると何が戻ってくるかを予測します。`kyukan check` と点検の画面で見られます。

- **返戻見込**: 給付管理票か請求が戻ってきます。給付管理票が戻ると、その利用者のすべてのサービス事業所が保留になります。
- **保留見込**: 給付管理票が届くまで、サービス事業所に支払われません。
- **査定見込**: サービス事業所への支払いが、修正を送るまで減ります。
- **要確認**: 戻ってくるとは限りませんが、人の目で確かめてください。

見込みは、その点検でいちばん重いものです。要るものがそろわない点検は行わず、行わなかったことを示します。
この文書はプログラムの一覧から作っています。
";

/// The document.
pub fn checks_document() -> String {
    let texts = Texts::new(Language::Ja);
    let mut out = HEAD.to_owned();
    // Writing to a String cannot fail.
    let _ = write!(out, "\n## 一覧\n\n| 点検 | 題名 | 見込み | コード |\n|---|---|---|---|\n");
    for check in CHECKS {
        let (id, codes) = (check.id, codes(check));
        let (title, severity) = (title(&texts, id), severity(&texts, check.severity));
        let _ = writeln!(out, "| [`{id}`](#{id}) | {title} | {severity} | {codes} |");
    }
    out.push_str("\n## それぞれの点検\n");
    for check in CHECKS {
        section(&mut out, &texts, check);
    }
    out.push_str("\n## 点検のないコード\n\nデータから予測できるはずのコードのうち、点検がないものと、その理由です。\n\n");
    out.push_str("| コード | 題名 | 理由 |\n|---|---|---|\n");
    for (code, reason) in UNCHECKED {
        let title = lookup(code).map_or("", |entry| entry.title);
        let reason = texts.get(&format!("unchecked-{}", reason.name()));
        let _ = writeln!(out, "| {code} | {title} | {reason} |");
    }
    out
}

fn section(out: &mut String, texts: &Texts, check: &Check) {
    let id = check.id;
    let needs: Vec<String> = check.needs.iter().map(|need| need_name(texts, *need)).collect();
    let _ = write!(out, "\n### {id}\n\n**{}**（{}）", title(texts, id), severity(texts, check.severity));
    let _ = write!(out, "\n\n{}\n\n", why(texts, id));
    let _ = writeln!(out, "- 影響: {}", hurt(texts, id));
    let _ = writeln!(out, "- 手順: {}", steps(texts, id));
    let _ = writeln!(out, "- コード: {}", codes(check));
    let _ = writeln!(out, "- 要るもの: {}", needs.join("、"));
    let _ = writeln!(out, "- 根拠: {}", check.source);
}

fn codes(check: &Check) -> String {
    if check.codes.is_empty() {
        return "なし".to_owned();
    }
    check.codes.join("、")
}
