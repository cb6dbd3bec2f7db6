package io.groundswell.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoAddressTest {
    private static final String ID = "7301234567890123456";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.tiktok.com/@some.one/video/7301234567890123456",
                "http://tiktok.com/@some.one/video/7301234567890123456/",
                "HTTPS://WWW.TikTok.COM/@some.one/video/7301234567890123456?is_from_webapp=1&sender_device=pc",
                "https://m.tiktok.com/@some.one/video/7301234567890123456#comments",
                "https://www.tiktok.com/%40some.one/video/7301234567890123456?q=caf%C3%A9&x=ä"
            })
    void one_video_has_one_address_however_it_is_written(String text) {
        assertThat(VideoAddress.read(text))
                .contains(new VideoAddress("https://www.tiktok.com/@some.one/video/" + ID, ID));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.tiktok.com/@a/photo/12, https://www.tiktok.com/@a/photo/12",
        "https://www.tiktok.com/@/video/12, https://www.tiktok.com/@/video/12",
        "https://m.tiktok.com/v/12.html?u=1, https://m.tiktok.com/v/12.html",
        "https://www.tiktok.com/v/12, https://m.tiktok.com/v/12.html",
        "https://www.tiktok.com/embed/v2/12, https://m.tiktok.com/v/12.html",
        "https://www.tiktok.com/player/v1/12?loop=1, https://m.tiktok.com/v/12.html",
        "https://www.tiktok.com/share/video/12, https://m.tiktok.com/v/12.html"
    })
    void every_address_that_names_a_post_tells_its_id(String text, String url) {
        assertThat(VideoAddress.read(text)).contains(new VideoAddress(url, "12"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://vm.tiktok.com/ZMabc-_12/, https://vm.tiktok.com/ZMabc-_12",
        "http://VT.tiktok.com/ZS1?k=1, https://vt.tiktok.com/ZS1",
        "https://www.tiktok.com/t/ZT8abc/, https://www.tiktok.com/t/ZT8abc"
    })
    void a_short_address_tells_no_id(String text, String url) {
        assertThat(VideoAddress.read(text)).contains(new VideoAddress(url, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7301234567890123456",
                "www.tiktok.com/@a/video/1",
                "ftp://www.tiktok.com/@a/video/1",
                "https://www.tiktok.com",
                "https://www.tiktok.com/@a",
                "https://www.tiktok.com/@a/video/",
                "https://www.tiktok.com/@a/video/1x",
                "https://www.tiktok.com/@a/video/12345678901234567890123456",
                "https://www.tiktok.com/@a/live/1",
                "https://www.tiktok.com/@a b/video/1",
                "https://www.tiktok.com/@a/video/1 2",
                "https://www.tiktok.com/@a/video/1?a b",
                "https://www.tiktok.com/@a/video/../video/1",
                "https://www.tiktok.com.example.com/@a/video/1",
                "https://example.com/https://www.tiktok.com/@a/video/1",
                "https://user@www.tiktok.com/@a/video/1",
                "https://www.tiktok.com:8443/@a/video/1",
                "https://nottiktok.com/@a/video/1",
                "https://vm.tiktok.com/",
                "https://vm.tiktok.com/a/b",
                "https://vm.tiktok.com/@a/video/1",
                "javascript:https://www.tiktok.com/@a/video/1"
            })
    void nothing_else_is_the_address_of_a_video(String text) {
        assertThat(VideoAddress.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void an_address_has_2_000_characters_at_most(int more) {
        var begin = "https://www.tiktok.com/@a/video/1?";
        var text = begin + "x".repeat(VideoAddress.LONGEST - begin.length() + more);

        assertThat(VideoAddress.read(text).isPresent()).isEqualTo(more == 0);
    }
}
