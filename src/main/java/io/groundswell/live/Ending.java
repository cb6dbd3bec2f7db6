package io.groundswell.live;

/** Why a stream is over. */
enum Ending {
    /** The reader hung up. */
    LEFT,
    /** Nothing happened that the reader wants. */
    IDLE,
    /** The reader takes nothing. */
    STALLED,
    /** What the reader has not taken yet is held no longer, or what it had is there no more. */
    BEHIND,
    /** The reader may watch no longer, or there is nothing to watch. */
    FORBIDDEN,
    /** A bug of ours. */
    FAILED,
    /** The server stops. */
    STOPPED
}
