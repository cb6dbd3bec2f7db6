package io.groundswell.wire;

/** What operators call. */
public interface OperatorsContract {
    /** Whether there is anything of it on this server. */
    boolean isServed();
}
