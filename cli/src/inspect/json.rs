//! The report of `inspect --json`, written while the texts are read: the four lists of an [`Inspection`], of which only
//! problems and groups are in memory.

use crate::failure::Failure;
use crate::input::{self, Stream};
use crate::spill::Spill;
use dateline_engine::parse::KnownGroups;
use dateline_engine::report::{InspectedGroup, InspectedMember, Inspection, inspection};
use dateline_tables::Duplicate;
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufWriter, Seek as _};

/// Prints the report of what `stream` reads.
///
/// # Errors
/// Where a file for what is not in memory cannot be written, or standard output.
pub(super) fn print(stream: &mut Stream) -> Result<(), Failure> {
    let folder = std::env::temp_dir();
    let mut spill = Spill::new(&folder)?;
    let failed = &|error: io::Error| {
        format!(
            "expected room in {} for what is not in memory, cannot write there: {error}",
            folder.display()
        )
    };
    let ledger = tempfile::tempfile_in(&folder).map_err(failed)?;
    let mut ledger = List { to: BufWriter::new(ledger), is_empty: true };
    let mut problems = List { to: Vec::new(), is_empty: true };
    let mut articles = List { to: Vec::new(), is_empty: true };
    input::print("{\"articles\":[")?;
    while let Some(parsed) = stream.portion() {
        let report: Inspection<'_> = inspection(&parsed);
        let written = articles.add(&report.articles).and_then(|()| problems.add(&report.problems));
        written.and_then(|()| ledger.add(&report.ledger)).map_err(failed)?;
        input::print(&String::from_utf8_lossy(&std::mem::take(&mut articles.to)))?;
        spill.add(&parsed)?;
    }
    input::print("],\"ledger\":[")?;
    let mut ledger: File = ledger.to.into_inner().map_err(|error| failed(error.into_error()))?;
    ledger.rewind().map_err(failed)?;
    input::copy(&mut ledger)?;
    let mut groups = List { to: Vec::new(), is_empty: true };
    spill
        .near_duplicates(&KnownGroups::default(), |group| groups.add(&[inspected(&group)]).map_err(failed))?;
    let [problems, groups] = [&problems.to, &groups.to].map(|list| String::from_utf8_lossy(list));
    input::print(&format!("],\"problems\":[{problems}],\"groups\":[{groups}]}}\n"))
}

/// A group as it is reported.
fn inspected(group: &[Duplicate]) -> InspectedGroup<'_> {
    let members = group.iter().map(|it| InspectedMember::new(&it.article, it.similarity, it.shared));
    InspectedGroup { members: members.collect() }
}

/// The elements of a list in JSON.
struct List<W> {
    to: W,
    is_empty: bool,
}

impl<W: io::Write> List<W> {
    fn add(&mut self, elements: &[impl Serialize]) -> io::Result<()> {
        for element in elements {
            if !std::mem::replace(&mut self.is_empty, false) {
                self.to.write_all(b",")?;
            }
            serde_json::to_writer(&mut self.to, element)?;
        }
        Ok(())
    }
}
