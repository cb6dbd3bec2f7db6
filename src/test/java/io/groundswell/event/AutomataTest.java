package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.event.Automaton.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)|AI_AGENT|gptbot",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)|SEARCH|googlebot",
                "facebookexternalhit/1.1|LINK_PREVIEW|facebookexternalhit",
                "Screaming Frog SEO Spider/19.0|SEO|screaming frog",
                "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/126.0.0.0 Safari/537.36|HEADLESS_BROWSER|headlesschrome",
                "Pingdom.com_bot_version_1.4|MONITORING|pingdom",
                "curl/8.5.0|SCRIPT|curl/",
                "node||",
                "some-crawler|GENERIC|crawler",
                "Mozilla/5.0 (compatible; FooBot/1.0)||",
                "Mozilla/5.0 (compatible; foo-bot/1.0)|GENERIC|bot",
                "Acme bot; looks at pages|GENERIC|bot"
            })
    void automata_are_recognised_by_what_they_call_themselves(String agent, Category category, String name) {
        var expected = category == null ? null : new Automaton(category, name);
        assertThat(Automata.recognise(agent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36",
                "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36",
                "my-sdk/1.0"
            })
    void devices_and_programs_of_people_pass(String agent) {
        assertThat(Automata.recognise(agent)).isNull();
    }

    @Test
    void who_does_not_say_what_it_is_is_one() {
        assertThat(Automata.recognise(null).category()).isEqualTo(Category.UNNAMED);
        assertThat(Automata.recognise("  ").category()).isEqualTo(Category.UNNAMED);
    }
}
