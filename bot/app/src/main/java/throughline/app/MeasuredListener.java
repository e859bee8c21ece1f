package throughline.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Posting;

/** Counts what is heard and measures how long answers take. Tags never tell who it was or what was said. */
record MeasuredListener(Listener listener, MeterRegistry registry) implements Listener {
    /** From what feels immediate to when platforms give up; few, because each is a series of its own. */
    private static final Duration[] BUCKETS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    @Override
    public List<Posting> hear(Incoming incoming) {
        String platform = incoming.place().platform();
        String kind = incoming.input() instanceof Input.Said ? "said" : "tapped";
        registry.counter("throughline.inputs", "platform", platform, "kind", kind)
                .increment();
        Timer.Sample started = Timer.start(registry);
        String outcome = "failed";
        try {
            List<Posting> answer = listener.hear(incoming);
            outcome = "answered";
            return answer;
        } finally {
            started.stop(timer(platform, outcome));
        }
    }

    private Timer timer(String platform, String outcome) {
        return Timer.builder("throughline.answer")
                .description("From hearing an input to having answered it")
                .tags("platform", platform, "outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
