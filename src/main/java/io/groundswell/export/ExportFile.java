package io.groundswell.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntFunction;

/** The file of a finished export. Holds one piece of it at a time. */
public final class ExportFile implements AutoCloseable {
    private final Export export;
    private final IntFunction<Chunks.Chunk> chunks;
    private final Runnable giveBack;

    /** @param giveBack what is to be done in the end */
    ExportFile(Export export, IntFunction<Chunks.Chunk> chunks, Runnable giveBack) {
        this.export = export;
        this.chunks = chunks;
        this.giveBack = giveBack;
    }

    public Export export() {
        return export;
    }

    /** Null for a zip, which is packed on its way out. */
    public Long length() {
        return export.order().isZip() ? null : export.progress().bytes();
    }

    public void copyTo(OutputStream out) throws IOException {
        var target = export.order().isZip() ? new Zip(out, export.createdAt()) : out;
        for (var number = 1; number <= export.progress().chunks(); number++) {
            var chunk = chunks.apply(number);
            if (target instanceof Zip zip) {
                zip.enter(chunk.section() + "." + export.order().format());
            }
            target.write(chunk.bytes());
        }
        if (target instanceof Zip zip) {
            zip.finish();
        }
        target.flush();
    }

    @Override
    public void close() {
        giveBack.run();
    }
}
