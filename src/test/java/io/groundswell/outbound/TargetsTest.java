package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.NOT_SENT;
import static io.groundswell.outbound.OutboundFailure.Kind.REFUSED_TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private final List<String> asked = new ArrayList<>();

    private InetAddress[] find(String host) throws UnknownHostException {
        asked.add(host);
        return switch (host) {
            case "hooks.example" -> addresses("1.1.1.1", "2606:4700:4700::1111");
            case "rebound.example" -> addresses("1.1.1.1", "127.0.0.1");
            case "metadata.example" -> addresses("169.254.169.254");
            case "many.example" -> addresses("1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4", "1.1.1.5");
            case "nowhere.example" -> throw new UnknownHostException(host);
            default -> InetAddress.getAllByName(host);
        };
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var found = new InetAddress[literals.length];
        for (var at = 0; at < literals.length; at++) {
            found[at] = InetAddress.getByName(literals[at]);
        }
        return found;
    }

    private OutboundFailure refusal(String address) {
        return catchThrowableOfType(
                OutboundFailure.class, () -> new Targets(this::find, false).of(URI.create(address)));
    }

    @Test
    void a_public_host_is_looked_up_once_and_all_its_addresses_are_given() throws UnknownHostException {
        var found = new Targets(this::find, false).of(URI.create("https://hooks.example/amp?x=1"));
        assertThat(found).containsExactly(addresses("1.1.1.1", "2606:4700:4700::1111"));
        assertThat(asked).containsExactly("hooks.example");
    }

    @Test
    void one_private_address_among_public_ones_is_enough_to_refuse() {
        assertThat(refusal("https://rebound.example").kind()).isEqualTo(REFUSED_TARGET);
        assertThat(refusal("https://metadata.example/latest?token=secret"))
                .hasMessageNotContaining("secret")
                .extracting(OutboundFailure::kind)
                .isEqualTo(REFUSED_TARGET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost:8080/",
                "http://2130706433/",
                "http://127.1/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[fd00::1]:80/",
                "https://10.1.2.3",
                "https://0.0.0.0/"
            })
    void however_a_private_address_is_written_it_is_refused(String address) {
        assertThat(refusal(address).kind()).isEqualTo(REFUSED_TARGET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "gopher://hooks.example/",
                "https:///path",
                "https:opaque",
                "https://user:password@hooks.example/",
                "https://hooks.example:0/",
                "https://hooks.example:65536/"
            })
    void what_is_no_plain_web_address_is_refused_without_a_look(String address) {
        assertThat(refusal(address)).hasMessageNotContaining("password");
        assertThat(refusal(address).kind()).isEqualTo(REFUSED_TARGET);
        assertThat(asked).isEmpty();
    }

    @Test
    void an_unknown_host_was_sent_nothing() {
        assertThat(refusal("https://nowhere.example/?a=secret").kind()).isEqualTo(NOT_SENT);
        assertThat(refusal("https://nowhere.example/?a=secret")).hasMessage("There is no host nowhere.example");
    }

    @Test
    void few_of_many_addresses_are_tried() {
        assertThat(new Targets(this::find, false).of(URI.create("https://many.example")))
                .hasSize(4);
    }

    @Test
    void a_setting_opens_private_targets() {
        assertThat(new Targets(this::find, true).of(URI.create("http://127.0.0.1:9/")))
                .hasSize(1);
    }
}
