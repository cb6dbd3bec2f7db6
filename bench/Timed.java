import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/** How long answers take, in milliseconds. Any other answer than 200 ends the measuring. */
final class Timed {
    private Timed() {}

    static double answer(HttpClient http, HttpRequest request) throws Exception {
        long start = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return millis;
    }

    /** Of so many calls, one after the other, after a warm-up; the shortest first. */
    static double[] answers(HttpClient http, HttpRequest request, int calls) throws Exception {
        WarmUp.with(() -> answer(http, request));
        var times = new double[calls];
        for (int call = 0; call < calls; call++) {
            times[call] = answer(http, request);
        }
        Arrays.sort(times);
        return times;
    }
}
