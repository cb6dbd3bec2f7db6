package io.groundswell.wire.openapi;

/** What a type is described for. */
enum Flavor {
    /** What we send: every field is there, and null only where the code says so. */
    ANSWER(""),
    /** What callers send: fields may be left out, or be null, unless the code wants them. */
    REQUEST("Input"),
    /** What callers send of something that exists: any field may be left out, and null resets it. */
    PATCH("Patch");

    private final String suffix;

    Flavor(String suffix) {
        this.suffix = suffix;
    }

    /** A list is replaced, never merged: what it holds is new. */
    Flavor ofParts() {
        return this == PATCH ? REQUEST : this;
    }

    /** So that the three descriptions of one type have three names. */
    String name(String type) {
        if (this == PATCH) {
            return type.replaceFirst("(Form|Request)$", "") + suffix;
        }
        return type.endsWith("Form") || type.endsWith("Request") ? type : type + suffix;
    }
}
