package io.groundswell.sentiment;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why comments are refused, or questions about them. */
enum SentimentError implements ErrorCode {
    COMMENT_NOT_FOUND(Kind.NOT_FOUND),
    /** Of those that are asked about: a creator, campaign or video of another project. */
    NOT_OF_PROJECT(Kind.NOT_FOUND),
    /** More than are kept of a video. */
    TOO_MANY_COMMENTS(Kind.CONFLICT);

    private final Kind kind;

    SentimentError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return this == TOO_MANY_COMMENTS;
    }
}
