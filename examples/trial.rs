use kyukan::{
    app::{open::*, ports::NoProgress},
    domain::month::ServiceMonth,
    report::check_json::CheckJson,
    store::*,
};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let get = |n: &str| args.iter().position(|a| a == n).map(|i| args[i + 1].clone());
    let t = std::time::Instant::now();
    let source = FolderSource::open(&[args[2].clone().into()], Limits::default());
    let codes =
        get("--codes").map(|p| kyukan::format::codes::read_codes(&std::fs::read(p).unwrap()).unwrap());
    let month = get("--month").and_then(|m| ServiceMonth::parse(&m));
    let m =
        open_month(&source, OpenOptions { month, office: None, codes: codes.as_ref() }, &NoProgress).unwrap();
    eprintln!("open {:?}", t.elapsed());
    let s = |p: &kyukan::domain::problem::Problem| format!("{p:?}");
    serde_json::to_writer(
        std::io::BufWriter::new(std::io::stdout().lock()),
        &CheckJson { month: &m, sentence: &s },
    )
    .unwrap();
    eprintln!("all {:?}", t.elapsed());
    std::process::exit(i32::from(m.totals.differences > 0));
}
