//! The page's Content-Security-Policy: what it may load and run, which is itself. The browser holds the page to it, so
//! that nothing in a corpus can run, and nothing that a reader does can be sent anywhere.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What a policy is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A folder, whose files the page loads.
    Folder,
    /// One file, which loads nothing.
    SingleFile,
}

/// The SHA-256 of `bytes` in base64, as browsers compare it.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// The `<meta>` with the policy of the page `index`, whose other slots are filled: its scripts and styles are told by
/// their fingerprints. A script that one of them adds may run, because a frame and a file have no address to allow.
pub(crate) fn policy(index: &str, kind: Kind) -> String {
    let of = |tag: &str| -> String {
        let open = format!("<{tag}>");
        let inside = index.split(&open).skip(1).filter_map(|rest| rest.split(&format!("</{tag}>")).next());
        // Browsers read the end of a line as one character, however it was written.
        inside.map(|text| format!(" 'sha256-{}'", sha256(text.replace("\r\n", "\n").as_bytes()))).collect()
    };
    let (scripts, styles) = (of("script"), of("style"));
    let connect = if kind == Kind::Folder { "'self'" } else { "'none'" };
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' blob: \
         'strict-dynamic' 'wasm-unsafe-eval'{scripts}; style-src{styles}; img-src 'self' data:; connect-src {connect}; worker-src blob:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types dateline default\">"
    )
}

#[cfg(test)]
mod tests {
    use super::{Kind, policy, sha256};

    #[test]
    fn own_scripts_and_styles_are_named() {
        let index =
            "<style>a{}</style><script>run()</script><script type=\"x\">data</script><style>b{}</style>";
        let policy = policy(index, Kind::SingleFile);
        for own in ["run()", "a{}", "b{}"] {
            assert!(policy.contains(&format!("'sha256-{}'", sha256(own.as_bytes()))), "{own}: {policy}");
        }
        assert_eq!(policy.matches("'sha256-").count(), 3, "{policy}");
        assert!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"), "{policy}");
        // Known from elsewhere: the fingerprint of nothing.
        assert_eq!(sha256(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
