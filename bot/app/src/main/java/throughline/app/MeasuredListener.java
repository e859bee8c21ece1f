package throughline.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;

/** Counts what is heard and measures how long answers take. Tags never tell who it was or what was said. */
final class MeasuredListener implements Listener {
    /** From what feels immediate to when platforms give up; few, because each is a series of its own. */
    private static final Duration[] BUCKETS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Listener listener;
    private final MeterRegistry registry;
    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

    MeasuredListener(Listener listener, MeterRegistry registry) {
        this.listener = listener;
        this.registry = registry;
    }

    private record Answered(String platform, String outcome) {}

    @Override
    public Optional<Heard> accept(Incoming incoming) {
        count(incoming);
        return timed(incoming, () -> listener.accept(incoming), "accepted")
                .map(heard -> () -> timed(incoming, heard::answer, "answered"));
    }

    @Override
    public Optional<List<Posting>> ask(Incoming incoming) {
        return timed(incoming, () -> listener.ask(incoming), "asked");
    }

    private void count(Incoming incoming) {
        String kind = incoming.input() instanceof Input.Said ? "said" : "tapped";
        registry.counter("throughline.inputs", "platform", incoming.place().platform(), "kind", kind)
                .increment();
    }

    private <T> T timed(Incoming incoming, Supplier<T> work, String succeeded) {
        Timer.Sample started = Timer.start(registry);
        String outcome = "failed";
        try {
            T result = work.get();
            outcome = succeeded;
            return result;
        } finally {
            started.stop(timers.computeIfAbsent(new Answered(incoming.place().platform(), outcome), this::timer));
        }
    }

    private Timer timer(Answered answered) {
        return Timer.builder("throughline.answer")
                .description("How long it took to persist an input, to answer it, or to answer a mere question")
                .tags("platform", answered.platform(), "outcome", answered.outcome())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
