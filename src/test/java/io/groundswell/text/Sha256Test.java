package io.groundswell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void a_digest_has_nothing_of_the_one_before() {
        for (var round = 0; round < 2; round++) {
            assertThat(HexFormat.of().formatHex(Sha256.of("abc")))
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
        assertThat(HexFormat.of().formatHex(Sha256.of(new byte[0])))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void texts_are_utf_8() {
        assertThat(Sha256.of("grüß"))
                .isEqualTo(Sha256.of(new byte[] {'g', 'r', (byte) 0xc3, (byte) 0xbc, (byte) 0xc3, (byte) 0x9f}));
    }
}
