package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.event.UserAgents.Agent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua_parser.Parser;

class UserAgentsTest {
    private static final long MOST_BYTES = 10_000;

    private final UserAgents agents = new UserAgents(Parser::new, MOST_BYTES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36|Chrome|Windows|desktop",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15|Safari|macOS|desktop",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1|Safari|iOS|mobile",
                "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1|Safari|iOS|tablet",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36|Chrome|Android|mobile",
                "Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36|Chrome|Android|tablet",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1|Chrome|iOS|mobile",
                "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0|Firefox|Linux|desktop"
            })
    void browsers_systems_and_devices_have_plain_names(String text, String browser, String os, String device) {
        assertThat(agents.read(text, 1).toCompletableFuture().join()).isEqualTo(new Agent(browser, os, device));
    }

    @Test
    void nothing_is_made_up() {
        assertThat(agents.read("my-sdk/1.0", 1).toCompletableFuture().join()).isEqualTo(new Agent(null, null, null));
    }

    @Test
    void nobody_who_asks_loads_the_rules() throws IOException {
        // Given
        var few = new Parser(new ByteArrayInputStream("""
                user_agent_parsers:
                  - regex: '(Firefox)'
                os_parsers:
                  - regex: '(Linux)'
                device_parsers:
                  - regex: '(Phone)'
                """.getBytes(StandardCharsets.UTF_8)));
        var loaded = new CompletableFuture<Parser>();
        var asking = new UserAgents(loaded::join, MOST_BYTES);
        // When
        var first = asking.read("Firefox on Linux", 1).toCompletableFuture();
        var second = asking.read("Firefox", 1).toCompletableFuture();
        // Then
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        loaded.complete(few);
        assertThat(first.join()).isEqualTo(new Agent("Firefox", "Linux", "desktop"));
        assertThat(second.join()).isEqualTo(new Agent("Firefox", null, null));
        assertThat(asking.read("Linux", 1).toCompletableFuture()).isDone();
    }

    @Test
    void only_so_many_wait_for_the_rules() {
        // Given
        var loaded = new CompletableFuture<Parser>();
        var asking = new UserAgents(loaded::join, MOST_BYTES);
        assertThat(asking.isCrowded(1)).isFalse();
        // When
        for (var number = 0; number < UserAgents.MOST_WAITING; number++) {
            assertThat(asking.isCrowded(1)).isFalse();
            asking.read("agent " + number, 1);
        }
        // Then
        assertThat(asking.isCrowded(1)).isTrue();
        loaded.cancel(false);
    }

    @Test
    void only_so_many_bytes_wait_for_the_rules() {
        // Given
        var failing = new CompletableFuture<Parser>();
        var loading = new CompletableFuture<Parser>();
        var loads = new ConcurrentLinkedQueue<>(List.of(failing, loading));
        var asking = new UserAgents(() -> loads.remove().join(), MOST_BYTES);
        assertThat(asking.isCrowded(MOST_BYTES)).isFalse();
        // When
        var waiting = asking.read("large", MOST_BYTES - 10).toCompletableFuture();
        // Then
        assertThat(asking.isCrowded(10)).isFalse();
        assertThat(asking.isCrowded(11)).isTrue();
        // When that one waits no more
        failing.completeExceptionally(new IllegalStateException("Planned by a test"));
        assertThat(waiting).failsWithin(Duration.ofSeconds(30));
        asking.read("another", MOST_BYTES - 10);
        // Then
        assertThat(asking.isCrowded(10)).isFalse();
        assertThat(asking.isCrowded(11)).isTrue();
        loading.cancel(false);
    }
}
