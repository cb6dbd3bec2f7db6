package io.groundswell.site.flat;

/** A parameter of which a form's empty box may be the value. */
public final class Given {
    private Given() {}

    /** Null for none: nothing is called by an empty name. */
    public static String orNull(String parameter) {
        return parameter == null || parameter.isEmpty() ? null : parameter;
    }
}
