package io.groundswell.wire.page;

import io.groundswell.wire.Failure;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A failure as a page: what happened, in words for people who have never heard of this server. */
public final class ErrorHtml {
    public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance failure(String title, String message, String requestId);
    }

    private ErrorHtml() {}

    public static String of(Failure failure) {
        return Templates.failure(title(failure.status()), failure.message(), failure.requestId())
                .render();
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "You may not do that";
            case 404 -> "There is nothing here";
            case 405 -> "This cannot be done here";
            case 409 -> "That is settled already";
            case 410 -> "This link does not work any more";
            case 429 -> "Too many requests";
            case 500, 503 -> "That did not work";
            default -> "We could not understand that";
        };
    }
}
