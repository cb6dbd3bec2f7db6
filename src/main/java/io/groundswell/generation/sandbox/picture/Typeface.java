package io.groundswell.generation.sandbox.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One bundled font, read without the platform's font machinery. Lengths are in pixels for a size in pixels per em;
 * {@code tracking} is the extra space after each character in em. Safe for many threads.
 */
final class Typeface {
    private static final double LEAST_LEGIBLE_SHARE = 0.7;

    private final CFFFont outlines;
    private final CmapLookup glyphs;
    private final OpenTypeFont font;
    private final double unitsPerEm;
    private final Map<Integer, GeneralPath> paths = new HashMap<>();

    private Typeface(OpenTypeFont font) throws IOException {
        this.font = font;
        this.outlines = font.getCFF().getFont();
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** Reads an OpenType font with CFF outlines that lies beside this class. */
    static Typeface load(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Font " + file + " is not in this build");
            }
            return new Typeface(new OTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the font " + file, e);
        }
    }

    /**
     * The text on one line without the characters this font lacks, or nothing if so many letters are missing that the
     * rest would mislead.
     */
    String legible(String text) {
        if (text == null) {
            return "";
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder kept = new StringBuilder();
        composed.codePoints().forEach(c -> kept.append(keep(c)));
        long letters = letters(composed);
        boolean misleads = letters(kept) < letters * LEAST_LEGIBLE_SHARE;
        return misleads ? "" : kept.toString().strip().replaceAll(" +", " ");
    }

    private String keep(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return " ";
        }
        boolean shows = !Character.isISOControl(character) && Character.getType(character) != Character.FORMAT;
        return shows && glyphs.getGlyphId(character) != 0 ? Character.toString(character) : "";
    }

    private static long letters(CharSequence text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    synchronized double width(String text, double size, double tracking) {
        return text.codePoints().mapToDouble(c -> advance(c, size, tracking)).sum();
    }

    /** The outline of a line of legible text whose baseline starts at {@code x, y}. */
    synchronized Path2D outline(String text, double x, double y, double size, double tracking) {
        Path2D line = new Path2D.Double();
        double scale = size / unitsPerEm;
        double pen = x;
        for (int character : text.codePoints().toArray()) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, pen, y);
            line.append(path(character).getPathIterator(place), false);
            pen += advance(character, size, tracking);
        }
        return line;
    }

    private double advance(int character, double size, double tracking) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(character)) * size / unitsPerEm + tracking * size;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the width of a glyph", e);
        }
    }

    private GeneralPath path(int character) {
        return paths.computeIfAbsent(character, c -> {
            try {
                return outlines.getType2CharString(glyphs.getGlyphId(c)).getPath();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the outline of a glyph", e);
            }
        });
    }
}
