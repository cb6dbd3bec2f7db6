/**
 * Does what is going to be measured before it counts. Java compiles what it runs often, so the same answer of a server that has just
 * started costs several times what it costs one that has given thousands.
 */
final class WarmUp {
    private static final long NANOS = 5_000_000_000L;
    private static final int LEAST = 3;

    private WarmUp() {}

    interface Call {
        void make() throws Exception;
    }

    /** Again and again, for 5 seconds and at least three times. */
    static void with(Call call) throws Exception {
        long start = System.nanoTime();
        for (int made = 0; made < LEAST || System.nanoTime() - start < NANOS; made++) {
            call.make();
        }
    }
}
