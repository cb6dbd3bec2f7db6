package io.groundswell.video;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about videos is refused. */
enum VideoError implements ErrorCode {
    VIDEO_NOT_FOUND(Kind.NOT_FOUND),
    /** The video is there already. */
    DUPLICATE(Kind.CONFLICT),
    /** More than are kept of a programme, whether they are tracked or not. */
    TOO_MANY_VIDEOS(Kind.CONFLICT),
    /** Nobody may decide that about it. */
    VIDEO_STATUS(Kind.CONFLICT),
    /** With it, the videos of its creator count more than a number holds. */
    TOO_MUCH_TOGETHER(Kind.CONFLICT);

    private final Kind kind;

    VideoError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return this == DUPLICATE || this == TOO_MANY_VIDEOS;
    }
}
