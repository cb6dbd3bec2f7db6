package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @TempDir
    Path folder;

    private record Config(Optional<Path> countryDatabase) implements EventConfig {
        @Override
        public int mostWaiting() {
            return 1;
        }

        @Override
        public long mostWaitingBytes() {
            return 1;
        }

        @Override
        public int batch() {
            return 1;
        }

        @Override
        public Optional<String> countryHeader() {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "81.2.69.1, GB",
        "81.2.70.1, ",
        "2001:db8::17, SE",
        "2001:db9::17, ",
        "203.0.113.9, ",
        "198.51.100.77, ",
    })
    void an_address_has_the_country_of_its_network(String address, String country) throws IOException {
        assertThat(known().of(null, InetAddress.getByName(address))).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({"de, DE", "' CH ', CH", "XX, GB", "T1, GB", "'', GB", "Germany, GB"})
    void a_proxy_knows_best_if_it_knows(String told, String country) throws IOException {
        assertThat(known().of(told, InetAddress.getByName("81.2.69.1"))).isEqualTo(country);
    }

    @Test
    void without_a_file_there_is_only_the_proxy() throws IOException {
        var countries = new Countries(new Config(Optional.empty()));

        assertThat(countries.of("FR", InetAddress.getByName("81.2.69.1"))).isEqualTo("FR");
        assertThat(countries.of(null, InetAddress.getByName("81.2.69.1"))).isNull();
    }

    @Test
    void a_file_that_is_none_is_found_out_at_once() throws IOException {
        var file = Files.writeString(folder.resolve("other"), "something else");

        assertThatThrownBy(() -> new Countries(new Config(Optional.of(file))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("groundswell.event.country-database")
                .hasMessageContaining(file.toString());
    }

    /** One network without a country, and one with another thing in its place. */
    private Countries known() throws IOException {
        var file = new CountryFile()
                .with("81.2.69.0", 24, Map.of("country", Map.of("iso_code", "GB")))
                .with("2001:db8::", 32, Map.of("country", Map.of("iso_code", "SE")))
                .with("203.0.113.0", 24, Map.of("continent", Map.of("code", "EU")))
                .with("198.51.100.0", 24, Map.of("country", "none"))
                .write(folder.resolve("countries.mmdb"));
        return new Countries(new Config(Optional.of(file)));
    }
}
