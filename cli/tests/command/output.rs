//! What `dateline build` leaves in its folder: a whole page, whatever happens, and the files of others.

use crate::build::{build, page_named, texts, written};
use dateline_tests::scratch::{folder, folder_with};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

#[test]
fn files_of_others_stay() {
    let (texts, page) = (texts("others-texts"), page_named("others-page", "app"));
    for (name, theirs) in [("index.html", "<h1>Another site</h1>"), ("icon.svg", "<svg/>"), ("app.js", "1")] {
        let out = folder_with(&format!("others-{name}"), &[(name, theirs.as_bytes())]);
        let said = build(&texts, &page, &out, &[]);
        assert_eq!(said.code, 1, "{name}: {}", said.err);
        assert!(said.err.contains("name another folder, or remove it"), "{}", said.err);
        assert_eq!(written(&out), BTreeMap::from([(name.to_owned(), theirs.as_bytes().to_vec())]));
    }
    // What has the name of a pack, and is named by no page, is somebody's.
    let out = folder_with("others-pack", &[("pack-deadbeef.bin", b"theirs")]);
    for _ in 0..2 {
        assert_eq!(build(&texts, &page, &out, &[]).code, 0);
        assert_eq!(written(&out)["pack-deadbeef.bin"], b"theirs");
    }
}

#[test]
fn the_files_of_the_page_before_go() {
    let (texts, out) = (texts("before-texts"), folder("before-out"));
    for (app, more) in [("app", &[][..]), ("next", &[]), ("app", &["--single-file"])] {
        assert_eq!(build(&texts, &page_named(&format!("before-{app}"), app), &out, more).code, 0);
        let names: Vec<_> = written(&out).into_keys().collect();
        let of_app = [".js", "_bg.wasm", "_bg.wasm.js"].map(|end| format!("{app}{end}"));
        let mut expected = vec!["index.html".to_owned()];
        if more.is_empty() {
            expected.push("icon.svg".to_owned());
            expected.extend(of_app);
        }
        expected.sort();
        assert_eq!(names, expected);
    }
}

/// The files of a corpus in many come and go with the page, and are the same each time.
#[test]
fn many_files_go_with_the_page_that_named_them() {
    let (texts, page, out) = (texts("many-texts"), page_named("many-page", "app"), folder("many-out"));
    let parts = |end: &str| {
        let names = written(&out).into_keys();
        names.filter(|name| name.starts_with("part-") && name.ends_with(end)).count()
    };
    let mut before = BTreeMap::new();
    for (more, binaries, scripts) in [
        (&["--shards", "always"][..], true, true),
        (&["--shards", "always"], true, true),
        (&["--shards", "always", "--for", "host"], true, false),
        (&["--shards", "always", "--for", "file"], false, true),
        (&["--shards", "always", "--single-file"], false, false),
        (&["--shards", "never"], false, false),
        (&[], false, false),
    ] {
        let said = build(&texts, &page, &out, more);
        assert_eq!(said.code, 0, "{more:?}: {}", said.err);
        assert_eq!((parts(".bin") > 0, parts(".bin.js") > 0), (binaries, scripts), "{more:?}");
        assert!(!binaries || !scripts || before.is_empty() || before == written(&out), "the same bytes");
        if binaries && scripts {
            before = written(&out);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_replaced_and_not_followed() {
    let (texts, page) = (texts("link-texts"), page_named("link-page", "app"));
    let elsewhere = folder("link-elsewhere");
    assert_eq!(build(&texts, &page, &elsewhere, &[]).code, 0);
    let before = written(&elsewhere);
    let out = folder("link-out");
    std::os::unix::fs::symlink(elsewhere.join("index.html"), out.join("index.html")).expect("a link");
    assert_eq!(build(&texts, &page, &out, &["--single-file"]).code, 0);
    assert_eq!(written(&elsewhere), before);
    assert!(!out.join("index.html").is_symlink());
}

#[test]
fn texts_and_pages_stay_apart() {
    let (texts, page) = (texts("apart-texts"), page_named("apart-page", "app"));
    let out = folder("apart-out");
    assert_eq!(build(&texts, &page, &out, &[]).code, 0);
    // A file whose folder the page would stand in, and a page in place of texts.
    let said = build(&texts.join("a.txt"), &page, &texts, &[]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("expected a folder of its own for the page"), "{}", said.err);
    assert!(!texts.join("index.html").exists());
    let said = build(&texts, &out, &out, &["--single-file"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("it could not be filled again"), "{}", said.err);
    let said = build(&out, &page, &folder("apart-again"), &[]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("found a page that Dateline wrote"), "{}", said.err);
}

#[cfg(unix)]
#[test]
fn a_pipe_gets_a_sentence() {
    let pipes = folder("pipes");
    let pipe = pipes.join("news");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let said = build(&pipe, &page_named("pipe-page", "app"), &folder("pipe-out"), &[]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("expected a file, found a pipe or a device"), "{}", said.err);
}

/// The files that the index.html of `files` names, with itself; `None` where one of them is missing.
fn whole(files: &BTreeMap<String, Vec<u8>>) -> Option<BTreeMap<String, Vec<u8>>> {
    let index = std::str::from_utf8(files.get("index.html")?).ok()?;
    let named = index.split("\"./").skip(1).filter_map(|rest| rest.split('"').next());
    let named = named.flat_map(|name| [name.to_owned(), format!("{name}.js")]);
    let named = named.filter(|name| !name.ends_with(".js.js") && !name.ends_with(".svg.js"));
    let all = named.chain(["index.html".to_owned()]);
    all.map(|name| Some((name.clone(), files.get(&name)?.clone()))).collect()
}

/// The command is killed at each call that changes something: what is there is the page of before or the new one.
#[test]
#[cfg_attr(not(has_strace), ignore = "needs strace")]
fn a_page_is_whole_wherever_a_build_is_killed() {
    let texts = texts("killed-texts");
    let [old, new] = ["app", "next"].map(|app| page_named(&format!("killed-{app}"), app));
    let pages = [&old, &new].map(|page| {
        let out = folder("killed-plain");
        assert_eq!(build(&texts, page, &out, &[]).code, 0);
        written(&out)
    });
    let mut kills = 0;
    for call in ["mkdir", "openat", "write", "fsync", "rename", "unlink"] {
        let out = folder("killed-out");
        let mut is_old = false;
        for at in 1.. {
            if !is_old {
                folder("killed-out");
                assert_eq!(build(&texts, &old, &out, &[]).code, 0);
            }
            if !killed(call, at, &texts, &new, &out) {
                assert!(written(&out) == pages[1], "{call} {at}: {:?}", written(&out).keys());
                break;
            }
            kills += 1;
            let left = written(&out);
            // Most kills come before anything is written.
            is_old = left == pages[0];
            if is_old {
                continue;
            }
            let there = whole(&left);
            let is_page = pages.iter().any(|page| there.as_ref() == Some(page));
            assert!(is_page, "{call} {at}: {:?}", left.keys());
            // Another page than the one that was stopped: what of that was in place goes, too.
            assert_eq!(build(&texts, &old, &out, &[]).code, 0, "{call} {at}");
            let after = written(&out);
            assert!(after == pages[0], "{call} {at}: nothing is left behind: {:?}", after.keys());
            is_old = true;
        }
    }
    assert!(kills > 20, "{kills} kills");
}

/// Builds, and kills the command at its `at`th `call`; whether it came so far.
fn killed(call: &str, at: usize, texts: &Path, page: &Path, out: &Path) -> bool {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o", "/dev/null", "-e"]).arg(format!("inject={call}:signal=KILL:when={at}"));
    strace
        .arg(env!("CARGO_BIN_EXE_dateline"))
        .arg("build")
        .arg(texts)
        .arg("--page")
        .arg(page)
        .arg("-o")
        .arg(out);
    let output = strace.output().expect("strace runs");
    let is_killed = output.status.code().is_none_or(|code| code == 137);
    assert!(is_killed || output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    is_killed
}
