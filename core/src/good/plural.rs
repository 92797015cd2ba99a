//! Number: the singular of an English word, by its ending and a list of what no rule gets right.
//!
//! What comes out only has to be equal for both numbers; it need not be a word.

use std::borrow::Cow;

/// Irregular plurals that teams write.
const IRREGULAR: [(&str, &str); 22] = [
    ("analyses", "analysis"),
    ("appendices", "appendix"),
    ("children", "child"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("diagnoses", "diagnosis"),
    ("emphases", "emphasis"),
    ("feet", "foot"),
    ("halves", "half"),
    ("hypotheses", "hypothesis"),
    ("indices", "index"),
    ("knives", "knife"),
    ("lives", "life"),
    ("matrices", "matrix"),
    ("men", "man"),
    ("people", "person"),
    ("phenomena", "phenomenon"),
    ("quizzes", "quiz"),
    ("shelves", "shelf"),
    ("syntheses", "synthesis"),
    ("theses", "thesis"),
    ("women", "woman"),
];

/// Words that end like a plural and are none, or that mean something else without their s.
const NOT_PLURAL: [&str; 22] = [
    "alias",
    "always",
    "atlas",
    "besides",
    "bias",
    "canvas",
    "chaos",
    "cosmos",
    "does",
    "ethos",
    "goes",
    "kudos",
    "lens",
    "means",
    "news",
    "ours",
    "overseas",
    "pathos",
    "perhaps",
    "series",
    "sometimes",
    "species",
];

/// Words in -ics with a singular; the others (ethics, economics, logistics) have none.
const TOPIC: [&str; 18] = [
    "academics",
    "basics",
    "characteristics",
    "classics",
    "clinics",
    "critics",
    "cynics",
    "demographics",
    "epics",
    "fabrics",
    "graphics",
    "heuristics",
    "metrics",
    "picnics",
    "specifics",
    "statistics",
    "tactics",
    "topics",
];

/// Words in -ies that come from -ie.
const MOVIE: [&str; 8] = ["calories", "cookies", "movies", "newbies", "rookies", "selfies", "smoothies", "zombies"];

/// Words in -is that are plurals all the same.
const SKI: [&str; 7] = ["alibis", "apis", "emojis", "kpis", "skis", "taxis", "wikis"];

/// Words in -us that are plurals all the same.
const MENU: [&str; 6] = ["bureaus", "cpus", "gpus", "gurus", "menus", "plateaus"];

/// Words in -ches, -shes and -xes that come from -che, -she and -xe.
const NICHE: [&str; 7] = ["aches", "axes", "caches", "cliches", "creches", "headaches", "niches"];

/// Words in -uses that come from -use, besides those in -auses and -ouses; the others come from -us.
const USE: [&str; 9] = ["abuses", "accuses", "excuses", "fuses", "misuses", "muses", "refuses", "reuses", "uses"];

/// Words in -ases and -enses that come from -as and -ens.
const BIAS: [&str; 6] = ["aliases", "atlases", "biases", "canvases", "gases", "lenses"];

/// Words in -oes that lose only the s.
const SHOE: [&str; 5] = ["canoes", "foes", "shoes", "toes", "woes"];

/// The singular of a word in lower case; a word that is no plural comes back as it is.
pub fn singular(word: &str) -> Cow<'_, str> {
    if let Ok(found) = IRREGULAR.binary_search_by_key(&word, |&(plural, _)| plural) {
        return Cow::Borrowed(IRREGULAR[found].1);
    }
    // As short as "is", "gas" and "yes" there are more that are none.
    if word.len() < 4 || !word.ends_with('s') || word.ends_with("ss") || NOT_PLURAL.contains(&word) {
        return Cow::Borrowed(word);
    }
    let without = |letters: usize| Cow::Borrowed(&word[..word.len() - letters]);
    let ends = |ending: &str| word.ends_with(ending);
    let listed = |list: &[&str]| list.contains(&word);
    if ends("ics") && !listed(&TOPIC) || ends("is") && !listed(&SKI) || ends("us") && !listed(&MENU) {
        Cow::Borrowed(word)
    } else if ends("ies") {
        if word.len() == 4 || listed(&MOVIE) { without(1) } else { Cow::Owned([&word[..word.len() - 3], "y"].concat()) }
    } else if ends("ches") || ends("shes") || ends("xes") {
        if listed(&NICHE) { without(1) } else { without(2) }
    } else if ends("uses") {
        if ends("auses") || ends("ouses") || listed(&USE) { without(1) } else { without(2) }
    } else if ends("sses") || ends("zzes") || listed(&BIAS) {
        without(2)
    } else if ends("oes") {
        if listed(&SHOE) { without(1) } else { without(2) }
    } else {
        without(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_plurals_are_found_by_halving() {
        assert!(IRREGULAR.is_sorted());
    }
}
