package throughline.app.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule stops what it is there to stop, and lets the lawful pass. */
class ArchitectureGuardsTest {
    private static JavaClasses lawful;

    @BeforeAll
    static void compileTheLawful(@TempDir Path directory) {
        lawful = LAWFUL.compiledInto(directory);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void trips(ArchitectureRules rule, Sources offenders, @TempDir Path directory) {
        assertTrue(rule.evaluate(offenders.compiledInto(directory)).hasViolation());
    }

    @ParameterizedTest
    @EnumSource
    void letsTheLawfulPass(ArchitectureRules rule) {
        assertFalse(rule.evaluate(lawful).hasViolation());
    }

    static Stream<Arguments> trips() {
        return Arrays.stream(ArchitectureRules.values())
                .flatMap(rule -> offenders(rule).stream().map(offender -> Arguments.of(rule, offender)));
    }

    private static List<Sources> offenders(ArchitectureRules rule) {
        return switch (rule) {
            case CORE_STANDS_ALONE ->
                List.of(
                        sources("throughline.core.roadmap", "class Stored { com.fasterxml.Json json; }")
                                .with("com.fasterxml", "public class Json {}"),
                        sources("throughline.core.roadmap", "class Desktop { javax.swing.Icon icon; }"));
            case FEATURES_ARE_FREE_OF_CYCLES ->
                List.of(sources("throughline.core.roadmap", "public class Roadmap { throughline.core.view.Board b; }")
                        .with("throughline.core.view", "public class Board { throughline.core.roadmap.Roadmap r; }"));
            case CORE_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS ->
                CLOCKS_AND_CHANCE.stream()
                        .map(expression -> sources(
                                "throughline.core.ritual", "class Now { Object o = %s; }".formatted(expression)))
                        .toList();
            case FACTS_ARE_RECORDS ->
                List.of(
                        sources("throughline.core.roadmap", "public interface Change {}")
                                .with("throughline.core.roadmap", "class Renamed implements Change {}"),
                        sources("throughline.core.roadmap", "public interface Change {}")
                                .with("throughline.core.roadmap", "interface Edit extends Change {}")
                                .with("throughline.core.roadmap", "enum Edits implements Edit { ONE }"));
            case DIALOGUE_STATES_ARE_RECORDS ->
                List.of(sources("throughline.core.conversation", "public interface Dialogue {}")
                        .with(
                                "throughline.core.intake",
                                "class Asking implements throughline.core.conversation.Dialogue {}"));
            case ADAPTERS_DO_NOT_KNOW_EACH_OTHER ->
                List.of(sources("throughline.adapter.web", "class Chat { throughline.adapter.redis.Keys keys; }")
                        .with("throughline.adapter.redis", "public class Keys {}"));
            case ADAPTERS_SHOW_NOTHING -> List.of(sources("throughline.adapter.web", "public class Chat {}"));
            case NOTHING_KNOWS_THE_APP ->
                List.of(
                        sources("throughline.core.roadmap", "class Roadmap { throughline.app.Main main; }")
                                .with(MAIN),
                        sources("throughline.adapter.web", "class Chat { throughline.app.Main main; }")
                                .with(MAIN));
            case MICRONAUT_STAYS_OUTSIDE ->
                List.of(sources("throughline.core.roadmap", "class Roadmap { io.micronaut.Bean bean; }")
                        .with(MICRONAUT));
            case ONLY_REDIS_TOUCHES_JEDIS ->
                List.of(
                        sources("throughline.adapter.web", "class Chat { redis.clients.Jedis jedis; }")
                                .with(JEDIS),
                        sources("throughline.app", "class Wiring { redis.embedded.Server server; }")
                                .with("redis.embedded", "public class Server {}"));
            case ONLY_SLACK_TOUCHES_ITS_SDK ->
                List.of(sources("throughline.adapter.web", "class Chat { com.slack.api.Slack slack; }")
                        .with(SLACK));
            case ONLY_TEAMS_TOUCHES_THE_BOT_FRAMEWORK ->
                List.of(sources("throughline.adapter.slack", "class Chat { com.microsoft.bot.schema.Activity it; }")
                        .with(BOT_FRAMEWORK));
            case ONLY_LANGUAGE_TOUCHES_LUCENE ->
                List.of(
                        sources("throughline.core.question", "class Words { org.apache.lucene.Index index; }")
                                .with(LUCENE),
                        sources("throughline.adapter.redis", "class Store { org.apache.lucene.Index index; }")
                                .with(LUCENE));
            case ONLY_LANGUAGE_TOUCHES_ONNX ->
                List.of(
                        sources("throughline.adapter.web", "class Chat { ai.onnxruntime.OrtSession session; }")
                                .with(ONNX),
                        sources("throughline.app", "class Wiring { ai.onnxruntime.OrtSession session; }")
                                .with(ONNX));
            case NAMES_COME_FROM_THE_PRODUCT ->
                Stream.of("Manager", "Helper", "Util", "Utils", "Impl", "Service", "Processor")
                        .map(ending -> sources("throughline.core.roadmap", "class Roadmap%s {}".formatted(ending)))
                        .toList();
        };
    }

    private static final List<String> CLOCKS_AND_CHANCE = List.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
            "java.time.Year.now()",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC)",
            "java.time.InstantSource.system()",
            "java.time.ZoneId.systemDefault()",
            "(java.util.function.Supplier<java.time.Instant>) java.time.Instant::now",
            "(Runnable) () -> System.nanoTime()",
            "System.currentTimeMillis()",
            "System.nanoTime()",
            "new java.util.Date()",
            "java.util.Calendar.getInstance()",
            "java.util.TimeZone.getDefault()",
            "java.util.UUID.randomUUID()",
            "Math.random()",
            "StrictMath.random()",
            "new java.util.Random(1)",
            "new java.util.SplittableRandom()",
            "new java.security.SecureRandom()",
            "java.util.concurrent.ThreadLocalRandom.current()",
            "java.util.random.RandomGenerator.getDefault()",
            "(java.util.function.Consumer<java.util.List<?>>) java.util.Collections::shuffle");

    private static final Sources MAIN = sources("throughline.app", "public class Main {}");
    private static final Sources MICRONAUT = sources("io.micronaut", "public class Bean {}");
    private static final Sources JEDIS = sources("redis.clients", "public class Jedis {}");
    private static final Sources SLACK = sources("com.slack.api", "public class Slack {}");
    private static final Sources BOT_FRAMEWORK = sources("com.microsoft.bot.schema", "public class Activity {}");

    private static final Sources LUCENE = sources("org.apache.lucene", "public class Index {}");
    private static final Sources ONNX = sources("ai.onnxruntime", "public class OrtSession {}");

    private static final Sources LAWFUL = sources("throughline.core.roadmap", "public interface Change {}")
            .with(
                    "throughline.core.roadmap",
                    "public record Renamed(int[] ids, java.util.List<String> to) implements Change {}")
            .with("throughline.core.conversation", "public interface Dialogue {}")
            .with("throughline.core.conversation", "record Idle(java.util.UUID id) implements Dialogue {}")
            .with("throughline.core.view", "class Board { throughline.core.roadmap.Renamed renamed; }")
            .with("throughline.core.ritual", "class Due { Object at(java.time.Clock c) { return c.instant(); } }")
            .with(
                    "throughline.core.ritual",
                    "class Day { Object on(java.time.Clock c) { return java.time.LocalDate.now(c); } }")
            .with("throughline.adapter.redis", "class Store { redis.clients.Jedis jedis; io.micronaut.Bean bean; }")
            .with("throughline.adapter.slack", "class Chat { com.slack.api.Slack slack; public static class In {} }")
            .with("throughline.adapter.teams", "class Chat { com.microsoft.bot.schema.Activity it; }")
            .with(
                    "throughline.adapter.language",
                    "class Words { org.apache.lucene.Index index; ai.onnxruntime.OrtSession session; }")
            .with("throughline.app", "class Wiring { throughline.core.roadmap.Change c; io.micronaut.Bean bean; }")
            .with(MAIN)
            .with(MICRONAUT)
            .with(JEDIS)
            .with(SLACK)
            .with(BOT_FRAMEWORK)
            .with(LUCENE)
            .with(ONNX);

    private static Sources sources(String name, String type) {
        return new Sources(List.of()).with(name, type);
    }
}
