package throughline.app;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import throughline.core.card.Card;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Schedule;

/**
 * A bot that does nothing but deliver, with the settings, the store and the Slack adapter of the real one: what the fault run
 * (see .ci/checks/faults.mjs) starts three of, kills and stops.
 */
final class FaultNode {
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String WEEK = ":2026-W47";

    private FaultNode() {}

    /** Runs until it is killed. With a number, plans that many rituals instead, all due now, and ends. */
    public static void main(String[] arguments) throws InterruptedException {
        Settings settings = new SettingsReader(Defaults.read(), System.getenv()).read();
        try (ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .enableDefaultPropertySources(false)
                .deduceEnvironment(false)
                .properties(Framework.properties(settings))
                .properties(Map.of(
                        "slack.posts-per-minute", System.getProperty("posts", "300"),
                        "slack.asks-per-minute", System.getProperty("asks", "45")))
                .singletons(settings)
                .build()
                .start()) {
            if (arguments.length == 1) {
                plan(context.getBean(Schedule.class), Integer.parseInt(arguments[0]));
            } else {
                deliver(context);
            }
        }
    }

    private static void plan(Schedule schedule, int rituals) {
        Instant now = Instant.now();
        IntStream.rangeClosed(1, rituals)
                .forEach(number -> schedule.plan(String.format(Locale.ROOT, "C%05d", number), Optional.of(now)));
    }

    private static void deliver(ApplicationContext context) throws InterruptedException {
        Schedule schedule = context.getBean(Schedule.class);
        Messenger slack = context.getBeansOfType(Messenger.class).stream()
                .filter(messenger -> messenger.platform().equals("slack"))
                .findFirst()
                .orElseThrow();
        context.getBean(Delivering.class).start();
        Deliver duty = context.getBean(Deliver.class);
        while (true) {
            try {
                schedule.planned().forEach((channel, due) -> make(schedule, slack, channel, due));
                duty.sweep().run();
            } catch (StoreUnavailable away) {
                System.getLogger(FaultNode.class.getName()).log(System.Logger.Level.DEBUG, "the store is away", away);
            }
            Thread.sleep(BEAT.toMillis());
        }
    }

    private static void make(Schedule schedule, Messenger slack, String channel, Instant due) {
        String id = channel + WEEK;
        Reply nudge = new Reply(Reply.Visibility.PUBLIC, Card.of("This week in " + channel + "."), Optional.empty());
        Place place = new Place("slack", channel, Optional.empty(), Place.Reach.INTERNAL);
        Posting posting = new Posting(id, place, "", slack.draw(nudge, id), "");
        Parcel parcel = new Parcel(posting, due, due.plus(A_DAY));
        schedule.materialise(
                new Schedule.Round(channel, due, List.of(parcel), Map.of(), Optional.empty(), Optional.empty()));
    }
}
