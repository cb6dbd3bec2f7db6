package io.groundswell.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The Chromium of this machine, without a window. Where there is none, the tests that need one say so and are left out, unless
 * the environment has {@code BROWSER_TESTS=required}.
 */
public final class Browser implements AutoCloseable {
    private static final List<Path> BINARIES = paths("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<Path> DRIVERS = paths("chromedriver");
    /** Not what a browser without a window says, for the server takes that for an automaton. */
    public static final String NAME =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    /** Time in the page passes this much faster than outside. */
    private static final int SPEED = 20;

    /** Two hours ago, so that time may be moved forward, and the server still finds it possible. */
    private static final String CLOCK = """
        (() => {
            const speed = %d, begin = %d, now = Date.now.bind(Date), later = setTimeout, often = setInterval;
            const tick = performance.now.bind(performance);
            const ahead = () => Number(localStorage.getItem('test_ahead') || 0);
            Date.now = () => begin - 7200000 + Math.round((now() - begin) * speed) + ahead();
            performance.now = () => tick() * speed;
            window.setTimeout = (act, ms, ...more) => later(act, ms / speed, ...more);
            window.setInterval = (act, ms, ...more) => often(act, ms / speed, ...more);
        })()\
        """;

    private final Path profile;
    private final ChromeDriver driver;
    private final List<String> prepared = new ArrayList<>();
    private long begin;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    private static List<Path> paths(String... names) {
        return List.of(names).stream()
                .flatMap(name -> List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .toList();
    }

    public static Browser start() {
        var isHere = !BINARIES.isEmpty() && !DRIVERS.isEmpty();
        if ("required".equals(System.getenv("BROWSER_TESTS"))) {
            assertTrue(isHere, "Tests with a browser are required, and there is no chromium or no chromedriver");
        }
        assumeTrue(
                isHere, "LEFT OUT: there is no chromium or no chromedriver, so the tracker is not tried in a browser");
        try {
            var profile = Files.createTempDirectory("groundswell-browser");
            var options = new ChromeOptions()
                    .setBinary(BINARIES.get(0).toFile())
                    .addArguments(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--window-size=1000,800",
                            "--user-agent=" + NAME,
                            "--user-data-dir=" + profile,
                            "--host-resolver-rules=MAP *.test 127.0.0.1");
            var service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(DRIVERS.get(0).toFile())
                    .build();
            return new Browser(profile, new ChromeDriver(service, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From here on time passes fast in pages. */
    public void hurry() {
        begin = System.currentTimeMillis();
        prepare(CLOCK.formatted(SPEED, begin));
    }

    /** Has every page that is opened in this tab from here on run something before its own scripts. */
    public void prepare(String source) {
        prepared.add((String) command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source))
                .get("identifier"));
    }

    /** Pages are as they are again. */
    public void reset() {
        prepared.forEach(one -> command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", one)));
        prepared.clear();
    }

    public Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    public void open(String url) {
        driver.get(url);
    }

    public void reload() {
        driver.navigate().refresh();
    }

    public void back() {
        driver.navigate().back();
    }

    public String url() {
        return driver.getCurrentUrl();
    }

    /** Opens a tab, with a clock like the others have, and looks at it; what it answers leads back to it. */
    public String newTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", CLOCK.formatted(SPEED, begin)));
        return tab();
    }

    /** Cookies of the page that is open. */
    public int cookies() {
        return driver.manage().getCookies().size();
    }

    public String tab() {
        return driver.getWindowHandle();
    }

    public void lookAt(String tab) {
        driver.switchTo().window(tab);
    }

    public void closeTab() {
        driver.close();
    }

    /** @param script of which a {@code return} is answered */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public void click(String selector) {
        find(selector).click();
    }

    @Override
    public void close() {
        driver.quit();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
