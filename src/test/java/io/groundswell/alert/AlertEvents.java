package io.groundswell.alert;

/** For tests elsewhere. */
public final class AlertEvents {
    private AlertEvents() {}

    public static String of(AlertKind kind) {
        return kind.event();
    }
}
