package io.groundswell.webhook;

/** Writes events as endpoints get them. */
public interface EventText {
    /** The body of every delivery of the event, with its subject as it is now. */
    String of(Event event);

    /** The same without looking at the subject: its id, and what the event itself knows. */
    String bare(Event event);
}
