package io.groundswell.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Answers that browsers keep as a file. */
public final class Attachment {
    private Attachment() {}

    /** @param name of the file: nothing that has to be quoted */
    public static ResponseBuilder of(Object body, String type, String name) {
        return Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
    }
}
