//! People's words inside the coach's sentences: shortened, and with the first letter that the place asks for.

/// The longest that a quoted side may become, in characters.
const BRIEF: usize = 72;

/// The words in one line without the full stop that people put after them, shortened at a word.
pub(super) fn brief(text: &str) -> String {
    let line = one_line(text);
    let Some((cut, _)) = line.char_indices().nth(BRIEF) else { return line };
    let head = &line[..cut];
    let end = head.rfind(' ').unwrap_or(cut);
    format!("{}…", head[..end].trim_end_matches([',', ';']))
}

/// The words in one line without the full stop that people put after them.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.ends_with("..") {
        line.truncate(line.trim_end_matches(['.', ',', ';', ':']).trim_end().len());
    }
    line
}

/// As it stands at the start of a sentence.
pub(super) fn start(text: &str) -> String {
    let spelt_small = first_word(text).chars().skip(1).any(char::is_uppercase);
    if spelt_small { text.to_owned() } else { with_first(text, |first| first.to_uppercase().collect()) }
}

/// As it stands inside a sentence: small, unless it is an acronym or a name.
pub(super) fn mid(text: &str) -> String {
    if is_name(text) { text.to_owned() } else { with_first(text, |first| first.to_lowercase().collect()) }
}

fn with_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) => change(first) + rest.as_str(),
        None => String::new(),
    }
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// Names that open a side and cannot be told from its first capital.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Whether the first letter is a capital for more than opening the side: HR, IT, B2B, Q4, I, Human Resources.
fn is_name(text: &str) -> bool {
    let first = first_word(text);
    let mut letters = first.chars();
    let alone = letters.next().is_some_and(char::is_uppercase) && letters.as_str().is_empty();
    let titled = text.split_whitespace().nth(1).is_some_and(|next| {
        let mut letters = next.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    });
    titled
        || alone && !matches!(first, "A" | "E")
        || first.chars().skip(1).any(|c| c.is_uppercase() || c.is_numeric())
        || DAYS.iter().any(|day| first.strip_prefix(day).is_some_and(|rest| matches!(rest, "" | "s")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_and_acronyms_keep_their_capital_inside_a_sentence() {
        for (written, inside) in [
            ("Speed", "speed"),
            ("A shared culture", "a shared culture"),
            ("E-mail", "e-mail"),
            ("HR service", "HR service"),
            ("IT", "IT"),
            ("B2B sales", "B2B sales"),
            ("Q4 targets", "Q4 targets"),
            ("I before we", "I before we"),
            ("Human Resources", "Human Resources"),
            ("Best HR service", "best HR service"),
            ("Working with London", "working with London"),
            ("Fridays without meetings", "Fridays without meetings"),
            ("Öffentlichkeit", "öffentlichkeit"),
            ("“Speed”", "“Speed”"),
            ("", ""),
        ] {
            assert_eq!(mid(written), inside);
        }
    }

    #[test]
    fn a_sentence_starts_with_a_capital_unless_the_name_is_spelt_small() {
        for (written, at_start) in
            [("polish", "Polish"), ("iPhone users", "iPhone users"), ("éclat", "Éclat"), ("HR", "HR"), ("", "")]
        {
            assert_eq!(start(written), at_start);
        }
    }

    #[test]
    fn long_words_are_cut_between_words_and_stay_in_one_line() {
        assert_eq!(brief(" two\n lines. "), "two lines");
        assert_eq!(brief("and so on..."), "and so on...");
        let cut = brief(&"word, ".repeat(40));
        assert!(cut.ends_with("word…") && cut.chars().count() <= BRIEF + 1, "{cut}");
        assert_eq!(brief(&"é".repeat(200)).chars().count(), BRIEF + 1);
    }
}
