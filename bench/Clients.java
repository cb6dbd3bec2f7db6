import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some who do the same at the same time. */
final class Clients {
    private Clients() {}

    interface Work {
        void as(int number) throws Exception;
    }

    /** Until all are done. Fails when one of them does: what is left would be measured as if it were all. */
    static void run(int clients, Work work) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var working = new ArrayList<Future<?>>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                working.add(threads.submit(() -> {
                    work.as(number);
                    return null;
                }));
            }
            for (var one : working) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
