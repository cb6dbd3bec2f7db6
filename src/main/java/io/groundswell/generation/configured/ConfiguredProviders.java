package io.groundswell.generation.configured;

import io.groundswell.account.ProviderNames;
import io.groundswell.content.ContentRules;
import io.groundswell.generation.GenerationConfig;
import io.groundswell.generation.Illustrator;
import io.groundswell.generation.Roster;
import io.groundswell.generation.Route;
import io.groundswell.generation.Usage;
import io.groundswell.generation.Writer;
import io.groundswell.generation.claude.ClaudeModel;
import io.groundswell.generation.language.LanguageModel;
import io.groundswell.generation.language.ModelWriter;
import io.groundswell.generation.language.Price;
import io.groundswell.generation.openai.ChatCompletions;
import io.groundswell.generation.openai.OpenAiIllustrator;
import io.groundswell.generation.openai.PictureModel;
import io.groundswell.generation.remote.Connections;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Makes the providers that are configured: Claude, OpenAI, then Ollama. One that cannot be used keeps the server from starting. */
@Startup
@ApplicationScoped
class ConfiguredProviders implements Roster, ProviderNames {
    private static final Logger LOG = Logger.getLogger(ConfiguredProviders.class);
    private static final String PREFIX = "groundswell.generation.";
    private static final String CLAUDE = "claude";
    private static final String OPENAI = "openai";
    private static final String OLLAMA = "ollama";

    private final PriceList prices = new PriceList();
    private final Connections connections;
    private final ContentRules rules;
    private final List<Writer> writers;
    private final List<Illustrator> illustrators;

    ConfiguredProviders(GenerationConfig config, Connections connections, ContentRules rules) {
        this.connections = connections;
        this.rules = rules;
        this.writers = Stream.of(claude(config.claude()), openai(config.openai()), ollama(config.ollama()))
                .flatMap(Optional::stream)
                .toList();
        this.illustrators = images(config.openaiImages()).stream().toList();
        LOG.infof("Writers of live missions: %s, illustrators: %s; the sandbox where none", writers, illustrators);
    }

    @Override
    public List<Writer> writers() {
        return writers;
    }

    @Override
    public List<Illustrator> illustrators() {
        return illustrators;
    }

    @Override
    public List<String> ofLanguage() {
        return List.of(CLAUDE, OPENAI, OLLAMA);
    }

    @Override
    public List<String> ofImages() {
        return List.of(OPENAI);
    }

    private Optional<Writer> claude(GenerationConfig.Claude claude) {
        return claude.apiKey().map(key -> {
            var price = prices.text(PREFIX + CLAUDE, claude.model(), claude.inputCents(), claude.outputCents());
            return writer(
                    new ModelWriter.Settings(CLAUDE, claude.model(), price, claude.maxOutputTokens()),
                    new ClaudeModel(claude.baseUrl(), key, claude.model(), claude.maxOutputTokens()),
                    claude.timeout());
        });
    }

    private Optional<Writer> openai(GenerationConfig.Openai openai) {
        return openai.apiKey().map(key -> {
            var price = prices.text(PREFIX + OPENAI, openai.model(), openai.inputCents(), openai.outputCents());
            return writer(
                    new ModelWriter.Settings(OPENAI, openai.model(), price, openai.maxOutputTokens()),
                    new ChatCompletions(
                            openai.baseUrl(),
                            key,
                            openai.model(),
                            openai.maxOutputTokens(),
                            ChatCompletions.Dialect.OPENAI),
                    openai.timeout());
        });
    }

    private Optional<Writer> ollama(GenerationConfig.Ollama ollama) {
        if (ollama.baseUrl().isPresent() != ollama.model().isPresent()) {
            throw new IllegalStateException(
                    "%sollama.base-url and %sollama.model are set together or not at all".formatted(PREFIX, PREFIX));
        }
        return ollama.baseUrl().map(url -> {
            var model = ollama.model().orElseThrow();
            var price = new Price(
                    PriceList.notNegative(PREFIX + OLLAMA, ollama.inputCents()),
                    PriceList.notNegative(PREFIX + OLLAMA, ollama.outputCents()));
            return writer(
                    new ModelWriter.Settings(OLLAMA, model, price, ollama.maxOutputTokens()),
                    new ChatCompletions(
                            url,
                            ollama.apiKey().orElse(null),
                            model,
                            ollama.maxOutputTokens(),
                            ChatCompletions.Dialect.COMPATIBLE),
                    ollama.timeout());
        });
    }

    private Writer writer(ModelWriter.Settings settings, LanguageModel model, Duration timeout) {
        var route = new Route(Usage.Kind.LLM, settings.provider());
        return new ModelWriter(settings, model, connections.to(route, timeout), rules);
    }

    private Optional<Illustrator> images(GenerationConfig.OpenaiImages images) {
        return images.apiKey().map(key -> {
            var cents = prices.image(PREFIX + "openai-images", images.model(), images.quality(), images.imageCents());
            var connection = connections.to(new Route(Usage.Kind.IMAGE, OPENAI), images.timeout());
            var model = new PictureModel(images.baseUrl(), key, images.model(), images.quality());
            return new OpenAiIllustrator(model, connection, cents);
        });
    }
}
