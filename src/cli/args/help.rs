//! Commands and arguments with help in the language of the texts.

use crate::i18n::Texts;
use clap::builder::{PossibleValuesParser, StyledStr};
use clap::{Arg, ArgAction, Command as Clap};

/// Makes commands and arguments with localised help.
pub(super) struct Help<'a> {
    texts: &'a Texts,
    template: String,
}

impl<'a> Help<'a> {
    pub(super) fn new(texts: &'a Texts) -> Self {
        Self {
            texts,
            template: format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", texts.get("help-usage")),
        }
    }

    /// A command whose usage names these values, each in its brackets.
    pub(super) fn command_of(&self, name: &'static str, about: &str, parent: &str, values: &[&str]) -> Clap {
        let text = |value: &str| {
            let id = format!("help-value-{}", value.trim_matches(['<', '>', '[', ']', '.']));
            let (open, close) = if value.starts_with('<') { ("<", ">") } else { ("[", "]") };
            let more = if value.ends_with("...") { "..." } else { "" };
            format!(" {open}{}{close}{more}", self.texts.get(&id))
        };
        let values: String = values.iter().map(|value| text(value)).collect();
        let usage = format!("kyukan {parent}{name}{values} [{}]", self.texts.get("help-options"));
        self.command(name, about).override_usage(usage)
    }

    pub(super) fn command(&self, name: &'static str, about: &str) -> Clap {
        let [command, options] = ["help-commands", "help-options"].map(|id| self.texts.get(id));
        let usage = match name {
            "kyukan" => {
                let path = self.texts.get("help-value-path");
                format!("kyukan [{path}] [{options}]\n        kyukan <{command}> [{options}]")
            }
            "show" => format!(
                "kyukan show <{}> [{}] [{options}]",
                self.texts.get("help-value-client"),
                self.texts.get("help-value-path")
            ),
            "demo" => format!("kyukan demo [{}] [{options}]", self.texts.get("help-value-folder")),
            _ => format!("kyukan {name} [{}] [{options}]", self.texts.get("help-value-path")),
        };
        Clap::new(name)
            .override_usage(usage)
            .about(self.texts.get(about))
            .help_template(StyledStr::from(self.template.clone()))
            .disable_help_flag(true)
            .disable_version_flag(true)
            .disable_help_subcommand(true)
            .next_help_heading(self.texts.get("help-options"))
            .arg(self.flag("help").short('h').action(ArgAction::Help))
            .arg(self.choice("lang", "lang", &["ja", "en"], "").global(true))
            .arg(self.choice("color", "color", &["auto", "always", "never"], "auto").global(true))
            .arg(self.flag("no-color").action(ArgAction::SetTrue).global(true))
            .arg(self.flag("quiet").short('q').action(ArgAction::SetTrue).global(true))
    }

    /// Heading of a list of commands.
    pub(super) fn commands(&self) -> String {
        self.texts.get("help-commands")
    }

    /// Heading of a list of options.
    pub(super) fn options(&self) -> String {
        self.texts.get("help-options")
    }

    fn text(&self, id: &str) -> String {
        self.texts.get(&format!("help-option-{id}"))
    }

    pub(super) fn flag(&self, id: &'static str) -> Arg {
        Arg::new(id).long(id).help(self.text(id)).help_heading(self.texts.get("help-options"))
    }

    pub(super) fn option(&self, id: &'static str, value: &str) -> Arg {
        self.flag(id).value_name(self.texts.get(&format!("help-value-{value}"))).hide_default_value(true)
    }

    pub(super) fn positional(&self, id: &'static str, value: &str) -> Arg {
        Arg::new(id)
            .help(self.text(id))
            .value_name(self.texts.get(&format!("help-value-{value}")))
            .hide_default_value(true)
            .help_heading(self.texts.get("help-arguments"))
    }

    /// An option with fixed values, which its help lists; an empty default means none.
    pub(super) fn choice(
        &self,
        id: &'static str,
        value: &str,
        allowed: &'static [&'static str],
        default: &'static str,
    ) -> Arg {
        let list = allowed.join(", ");
        let allowed_text =
            self.texts.format("help-allowed", &[("value", crate::i18n::Arg::from(list.as_str()))]);
        let help = format!("{} [{allowed_text}]", self.text(id));
        let argument = self.option(id, value).help(help).value_parser(PossibleValuesParser::new(allowed));
        let argument = argument.hide_possible_values(true);
        if default.is_empty() { argument } else { argument.default_value(default) }
    }
}
