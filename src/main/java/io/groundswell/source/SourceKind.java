package io.groundswell.source;

import java.util.Locale;

/** Where creators can be looked up, the one to be asked first coming first. */
public enum SourceKind {
    /** A creator's own account, which tells of that creator alone. */
    TIKTOK_ACCOUNT,
    /** What TikTok tells researchers of anybody. */
    TIKTOK_RESEARCH,
    /** An imagined TikTok. */
    SANDBOX;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
