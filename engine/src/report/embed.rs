//! The code with which another page shows this one in a frame.

use crate::text::escape;

/// The height of the frame, in pixels.
pub const FRAME_HEIGHT: u32 = 700;

/// An `<iframe>` of the page at `link`, which says that it stands in one, and a link to it for where no frames are shown.
pub fn embed_code(link: &str, title: &str) -> String {
    let (page, view) = link.split_once('#').unwrap_or((link, ""));
    let between = if view.is_empty() { "" } else { "&" };
    let framed = escape(&format!("{page}#embed{between}{view}"));
    let (link, title) = (escape(link), escape(title));
    format!(
        "<iframe src=\"{framed}\" title=\"{title}\" loading=\"lazy\" width=\"100%\" height=\"{FRAME_HEIGHT}\" \
         style=\"border:0\"><a href=\"{link}\">{title}</a></iframe>"
    )
}

#[cfg(test)]
mod tests {
    use super::embed_code;

    #[test]
    fn nothing_ends_the_frame_but_itself() {
        let code = embed_code("https://example.org/#q=a&b", "Kim \"Un\" <b>");
        assert!(code.contains("src=\"https://example.org/#embed&amp;q=a&amp;b\""), "{code}");
        assert!(code.contains("title=\"Kim &quot;Un&quot; &lt;b&gt;\"") && !code.contains("<b>"), "{code}");
    }
}
