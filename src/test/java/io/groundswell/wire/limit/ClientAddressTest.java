package io.groundswell.wire.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "0:0:0:0:0:ffff:cb00:7109, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:DB8:1:2::, 2001:db8:1:2::/64",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 2001:db8:1:2::/64",
        "2001:db8:1:3::6, 2001:db8:1:3::/64",
        "fe80::1%eth0, fe80::/64",
        "::1, ::/64",
        "unknown, unknown",
    })
    void an_address_is_counted_with_those_that_one_client_has(String address, String counted) {
        assertThat(ClientAddress.counted(address)).isEqualTo(counted);
    }
}
