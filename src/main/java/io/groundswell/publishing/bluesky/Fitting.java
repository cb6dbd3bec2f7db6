package io.groundswell.publishing.bluesky;

import io.groundswell.content.Visual;
import io.groundswell.generation.sandbox.picture.PngPicture;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.publishing.direct.Pictures.Picture;

/** A picture as Bluesky takes it. Models draw larger ones than that, and readers are shown smaller ones anyway. */
final class Fitting {
    private static final int LARGEST_PICTURE = 1_000_000;

    private Fitting() {}

    static Picture of(Picture picture) {
        if (!picture.contentType().startsWith("image/")) {
            throw new NetworkFailure(Kind.REFUSED, "Videos cannot be posted to Bluesky from here");
        }
        return picture.bytes().length <= LARGEST_PICTURE ? picture : smaller(picture);
    }

    private static Picture smaller(Picture picture) {
        var small = PngPicture.read(picture.bytes())
                .flatMap(read -> read.within(LARGEST_PICTURE))
                .orElseThrow(() -> new NetworkFailure(
                        Kind.REFUSED,
                        "A picture has %,d bytes, where Bluesky takes %,d, and cannot be made smaller"
                                .formatted(picture.bytes().length, LARGEST_PICTURE)));
        return new Picture(
                small.bytes(),
                picture.contentType(),
                picture.format(),
                picture.alt(),
                new Visual.Dimensions(small.width(), small.height()));
    }
}
