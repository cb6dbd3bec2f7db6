package io.groundswell.publishing.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.publishing.direct.Pictures.Picture;
import io.groundswell.shared.PublicId;
import io.groundswell.text.Cut;
import java.io.ByteArrayOutputStream;

/** A picture with its description, as browsers hand files over. */
record MediaForm(String contentType, byte[] body) {
    private static final int BOUNDARY_LENGTH = 32;
    private static final int LONGEST_DESCRIPTION = 1_500;

    static MediaForm of(Picture picture) {
        var boundary = PublicId.random(BOUNDARY_LENGTH);
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                """
                --%s\r
                Content-Disposition: form-data; name="description"\r
                \r
                %s\r
                --%s\r
                Content-Disposition: form-data; name="file"; filename="visual.%s"\r
                Content-Type: %s\r
                \r
                """.formatted(boundary, shortened(picture.alt()), boundary, picture.format(), picture.contentType())
                        .getBytes(UTF_8));
        body.writeBytes(picture.bytes());
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        return new MediaForm("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    /** The longest that every server takes. */
    private static String shortened(String alt) {
        return Cut.to(LONGEST_DESCRIPTION, alt);
    }
}
