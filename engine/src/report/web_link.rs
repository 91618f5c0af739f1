//! Which links may be followed.

/// Whether `url` may be followed: `http` and `https` only, so that text never becomes script.
pub fn is_web(url: &str) -> bool {
    let head = url.get(..8).or(url.get(..7)).unwrap_or("").to_ascii_lowercase();
    head.starts_with("https://") || head.starts_with("http://")
}
