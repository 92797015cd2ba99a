//! A few phrases laid side by side, so that each of many others is held against all of them at once.

use super::{DIMENSIONS, Phrase};

/// So many lanes are one block, whose numbers lie together: one dimension of all of them, then the next.
const WIDTH: usize = 8;
/// So many phrases are held against a block at once, while it is at hand.
const HEIGHT: usize = 4;

type Block = [[f32; WIDTH]; DIMENSIONS];

/// Phrases in lanes. A compiler that may use them makes of each line of a block two operations on four numbers.
#[derive(Debug, Default)]
pub struct Lanes {
    blocks: Vec<Block>,
}

impl Lanes {
    /// Takes these phrases instead of those that it holds.
    pub fn take<'p>(&mut self, phrases: impl ExactSizeIterator<Item = &'p Phrase>) {
        self.blocks.clear();
        self.blocks.resize(phrases.len().div_ceil(WIDTH), [[0.0; WIDTH]; DIMENSIONS]);
        for (lane, phrase) in phrases.enumerate() {
            for (line, part) in self.blocks[lane / WIDTH].iter_mut().zip(phrase.0) {
                line[lane % WIDTH] = part;
            }
        }
    }

    /// How many lanes there are: as many as phrases, and those that fill the last block, which are near to nothing.
    pub fn len(&self) -> usize {
        self.blocks.len() * WIDTH
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// How near each phrase is to each lane, as `read` reads it. `near` has room for the lanes of each phrase in turn.
    #[inline]
    pub fn similarities(&self, phrases: &[Phrase], near: &mut [f32], read: impl Fn(f32) -> f32) {
        let wide = self.len();
        for (phrases, near) in phrases.chunks(HEIGHT).zip(near.chunks_mut(HEIGHT * wide)) {
            // What is missing to a full height is held against the block in vain.
            let row = |at: usize| phrases.get(at).map_or(&Phrase::NOWHERE.0, |phrase| &phrase.0);
            let rows = [row(0), row(1), row(2), row(3)];
            for (at, block) in self.blocks.iter().enumerate() {
                let sums = products(rows, block);
                for (sums, near) in sums.iter().zip(near.chunks_exact_mut(wide)) {
                    for (near, &sum) in near[at * WIDTH..][..WIDTH].iter_mut().zip(sums) {
                        *near = read(sum);
                    }
                }
            }
        }
    }
}

#[inline]
fn products(rows: [&[f32; DIMENSIONS]; HEIGHT], block: &Block) -> [[f32; WIDTH]; HEIGHT] {
    let mut sums = [[0.0; WIDTH]; HEIGHT];
    for (at, line) in block.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(rows) {
            for (sum, part) in sums.iter_mut().zip(line) {
                *sum += row[at] * part;
            }
        }
    }
    sums
}
