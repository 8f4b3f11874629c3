//! A text as a QR code, which cameras read: in byte mode, drawn as one path.

use qrcode::bits::Bits;
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode, Version};

/// The margin that readers want around it, in modules.
const QUIET: usize = 4;

/// The largest version: 177 modules a side.
const VERSION_MAX: i16 = 40;

/// Tells readers that the bytes are UTF-8, so that the dash of a signed note comes back as it was.
const ECI_UTF8: u32 = 26;

/// A QR code, ready to be drawn.
#[derive(Debug)]
pub struct QrSymbol {
    /// How many modules a side has, with the margin.
    pub side: usize,
    /// The dark modules, row by row, as the data of an SVG path.
    pub path: String,
}

impl QrSymbol {
    /// None where the text is too long for the largest QR code, about 2,950 bytes.
    pub fn of(text: &str) -> Option<Self> {
        let code = (1..=VERSION_MAX).find_map(|version| encode(text, Version::Normal(version)).ok())?;
        let (width, colors) = (code.width(), code.to_colors());
        let rows = colors.chunks(width).enumerate();
        Some(Self { side: width + 2 * QUIET, path: rows.map(|(y, row)| row_path(y + QUIET, row)).collect() })
    }
}

fn encode(text: &str, version: Version) -> Result<QrCode, QrError> {
    let mut bits = Bits::new(version);
    bits.push_eci_designator(ECI_UTF8)?;
    bits.push_byte_data(text.as_bytes())?;
    bits.push_terminator(EcLevel::L)?;
    QrCode::with_bits(bits, EcLevel::L)
}

/// The dark runs of a row, each as a bar one module high: the first from where it is, each other from the one before.
/// Lines in the place of bars would leave gaps that no camera reads.
fn row_path(y: usize, row: &[Color]) -> String {
    let (mut path, mut x, mut before) = (String::new(), QUIET, None);
    for run in row.chunk_by(|a, b| a == b) {
        let length = run.len();
        if run[0] == Color::Dark {
            let start = before.map_or_else(|| format!("M{x} {y}"), |before| format!("m{}-1", x - before));
            path.push_str(&format!("{start}h{length}v1h-{length}"));
            before = Some(x);
        }
        x += length;
    }
    path
}
