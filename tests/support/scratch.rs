//! Folders that a test may fill, among what Cargo has built: each is emptied when it is asked for, and stays for a look
//! at what a test has left.

use std::path::{Path, PathBuf};

/// An empty folder of this name, which no other test may use.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("OUT_DIR")).join("scratch").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("a scratch folder can be removed");
    }
    std::fs::create_dir_all(&folder).expect("a scratch folder can be made");
    folder
}

/// A folder of this name with `files` in it.
pub fn folder_with(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = folder(name);
    for (file, bytes) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("a file stands in a folder"))
            .expect("a folder can be made");
        std::fs::write(path, bytes).expect("a file can be written");
    }
    folder
}
