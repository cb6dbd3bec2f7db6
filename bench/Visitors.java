import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;

/**
 * What visitors of a shop do, the same for the same seed: sessions of about five events within some days, users who come
 * back, pages of which few are popular, and properties of up to a kilobyte. Not safe for several threads.
 */
final class Visitors {
    private static final long DAY = 86_400_000;
    private static final int PAGES = 2_000;
    private static final String[] BROWSERS = {"Chrome", "Chrome", "Chrome", "Safari", "Safari", "Firefox", "Edge"};
    private static final String[] SYSTEMS = {"Windows", "macOS", "Android", "iOS", "Linux"};
    private static final String[] DEVICES = {"desktop", "mobile", "mobile", "tablet"};
    private static final String[] REFERRERS = {"https://search.example/", "https://news.example/a", ""};
    private static final String[] PLANS = {"free", "pro", "team"};
    /** In the order in which people do them; each one is left out more often than the one before. */
    private static final String[] AIMS = {"add_to_cart", "checkout", "purchase"};

    private final Random random;
    private final String token;
    private final int users;
    private final int days;
    private final long now;
    private final double[] pages = new double[PAGES];
    private final Queue<String> told = new ArrayDeque<>();
    private final String filling;
    private final String prefix;
    private long sessions;

    /**
     * @param users how many there are in all
     * @param days over which sessions are spread, up to now; with 0 all of it happens now
     */
    Visitors(long seed, String token, int users, int days, long now) {
        this.random = new Random(seed);
        this.token = token;
        this.users = users;
        this.days = days;
        this.now = now;
        this.prefix = "s" + seed + "_";
        double sum = 0;
        for (int page = 0; page < PAGES; page++) {
            sum += 1.0 / (page + 1);
            pages[page] = sum;
        }
        var text = new StringBuilder();
        while (text.length() < 1_000) {
            text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36)).append(' ');
        }
        filling = text.toString();
    }

    /** The next event, as JSON. */
    String next() {
        if (told.isEmpty()) {
            session();
        }
        return told.remove();
    }

    private void session() {
        // The square makes some come back much more often than others.
        var user = "u" + (int) (users * random.nextDouble() * random.nextDouble());
        var session = prefix + sessions++;
        long at = days == 0 ? System.currentTimeMillis() : now - DAY / 24 - (long) (random.nextDouble() * (days * DAY - DAY / 6));
        var browser = any(BROWSERS);
        var system = any(SYSTEMS);
        var device = any(DEVICES);
        var referrer = any(REFERRERS);
        int views = 1 + (int) Math.min(12, -4 * Math.log(1 - random.nextDouble()));
        int aim = 0;
        for (int view = 0; view < views; view++) {
            add("page_view", user, session, at, browser, system, device, referrer);
            at += pause(60_000);
            if (aim < AIMS.length && random.nextInt(5) < 2) {
                add(AIMS[aim++], user, session, at, browser, system, device, referrer);
                at += pause(30_000);
            }
        }
    }

    private long pause(int most) {
        return days == 0 ? 0 : 1_000 + random.nextInt(most);
    }

    private void add(String event, String user, String session, long at, String... agent) {
        var text = new StringBuilder(512);
        text.append("{\"token\":\"").append(token).append("\",\"event\":\"").append(event);
        text.append("\",\"user_id\":\"").append(user).append("\",\"session_id\":\"").append(session);
        text.append("\",\"timestamp\":").append(at).append(",\"properties\":{\"path\":\"/p/").append(page());
        text.append("\",\"hostname\":\"shop.example\",\"browser\":\"").append(agent[0]);
        text.append("\",\"os\":\"").append(agent[1]).append("\",\"device\":\"").append(agent[2]);
        text.append("\",\"referrer\":\"").append(agent[3]).append("\",\"language\":\"en\",\"plan\":\"").append(any(PLANS));
        text.append("\",\"value\":").append(random.nextInt(500)).append(",\"note\":\"");
        // Most are small, few have a kilobyte.
        text.append(filling, 0, (int) (700 * Math.pow(random.nextDouble(), 4))).append("\"}}");
        told.add(text.toString());
    }

    private int page() {
        double target = random.nextDouble() * pages[PAGES - 1];
        int low = 0;
        int high = PAGES - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (pages[middle] < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String any(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
