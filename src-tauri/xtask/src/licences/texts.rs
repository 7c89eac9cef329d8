//! The texts of licences: each once, however many packages come with it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::Value;

/// The texts so far.
#[derive(Default)]
pub(super) struct Texts {
    texts: Vec<Value>,
    /// Where a text is, by its words: packages break lines as they like.
    known: HashMap<String, usize>,
    standards: HashMap<String, usize>,
}

/// Licences whose text names no holder of rights: one package's is another's too.
const NAMELESS: [&str; 2] = ["Apache-2.0", "MPL-2.0"];

impl Texts {
    /// Finds the texts that come with a package, and numbers them.
    pub(super) fn of(&mut self, folder: &Path, licence: &str) -> Result<Vec<usize>> {
        let mut files = files(folder)?;
        // Of two licences to choose from one is enough, and MIT is the shorter.
        if licence.contains(" OR ") {
            let mit = |file: &PathBuf| name(file).contains("MIT");
            if files.iter().any(mit) {
                files.retain(mit);
            }
        }
        if files.is_empty() {
            return Ok(self.standard(licence));
        }
        let mut numbers = Vec::new();
        for file in files {
            let number = self.number(&fs::read(file)?);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        if numbers.len() == 1 && NAMELESS.contains(&licence) {
            self.standards.entry(licence.to_owned()).or_insert(numbers[0]);
        }
        Ok(numbers)
    }

    /// All texts, in the order of their numbers.
    pub(super) fn into_values(self) -> Vec<Value> {
        self.texts
    }

    /// The text of a licence that another package came with.
    fn standard(&self, licence: &str) -> Vec<usize> {
        let nameless = NAMELESS.iter().find(|it| licence.split(' ').any(|word| word == **it));
        nameless.and_then(|it| self.standards.get(*it)).copied().into_iter().collect()
    }

    fn number(&mut self, text: &[u8]) -> usize {
        let text = String::from_utf8_lossy(text);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        *self.known.entry(words).or_insert_with(|| {
            let lines: Vec<_> = text.lines().map(str::trim_end).collect();
            self.texts.push(Value::from(lines.join("\n").trim_matches('\n')));
            self.texts.len() - 1
        })
    }
}

/// The files in a package that say what one may do with it.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let starts = |word: &str| name(&path).starts_with(word);
        if ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].into_iter().any(starts) {
            if path.is_dir() {
                files.extend(fs::read_dir(&path)?.filter_map(|it| Some(it.ok()?.path())));
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().to_uppercase()
}
