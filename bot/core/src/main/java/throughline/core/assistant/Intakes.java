package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Snapshot;
import throughline.core.delivery.Diary;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Schedule;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.IntakeChannel;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;

/**
 * Shows each request that is filed in the channel that is set up for them, once, however many bots look. Up to which one it is shown is in
 * the diary of the deliveries, written together with the parcels.
 */
public final class Intakes {
    static final String RITUAL = "intake";
    private static final Duration NEWS = Duration.ofDays(3);

    private final Rounds.Ports ports;
    private final Map<String, Messenger> messengers;
    private final InstantSource clock;

    public Intakes(Rounds.Ports ports, List<Messenger> messengers, InstantSource clock) {
        this.ports = ports;
        this.messengers =
                messengers.stream().collect(Collectors.toUnmodifiableMap(Messenger::platform, Function.identity()));
        this.clock = clock;
    }

    public void run() {
        Snapshot snapshot = ports.turns().load(Rounds.CONVERSATION);
        Optional<IntakeChannel> channel = snapshot.roadmap().intake();
        channel.ifPresent(intake -> shown(snapshot, intake));
    }

    private void shown(Snapshot snapshot, IntakeChannel intake) {
        Optional<Diary> diary = Optional.ofNullable(ports.plans().diaries().get(RITUAL));
        Optional<ItemId> last = Stream.concat(
                        intake.after().stream(), diary.map(Diary::period).map(ItemId::new).stream())
                .max(Comparator.naturalOrder());
        List<FeatureRequest> filed = snapshot.roadmap().requests().stream()
                .filter(asked -> last.map(asked.id()::compareTo).orElse(1) > 0)
                .sorted(Comparator.comparing(Item::id))
                .toList();
        Optional<Spot> spot = filed.isEmpty() ? Optional.empty() : spot(intake);
        spot.ifPresent(at -> made(snapshot, filed, at, diary));
    }

    /** Where it is shown, and by whom. */
    private record Spot(Messenger messenger, Place place) {
        Parcel parcel(CaseCard card, FeatureRequest asked, Instant now) {
            String id = RITUAL + ":" + asked.id();
            Reply reply = new Reply(Reply.Visibility.PUBLIC, card.toChannel(), Optional.empty());
            return new Parcel(new Posting(id, place, "", messenger.draw(reply, id), ""), now, now.plus(NEWS));
        }

        boolean isInternal() {
            return place.reach() == Place.Reach.INTERNAL;
        }
    }

    /** Empty where another bot speaks, and while the platform does not tell who reads along: the next beat asks again. */
    private Optional<Spot> spot(IntakeChannel intake) {
        String[] written = intake.channel().split(":", 2);
        Place place = new Place(written[0], written[1], Optional.empty(), Place.Reach.UNKNOWN);
        return Optional.ofNullable(messengers.get(place.platform()))
                .map(messenger -> new Spot(messenger, messenger.inspect(place)))
                .filter(spot -> spot.place().reach() != Place.Reach.UNKNOWN);
    }

    /** What was decided meanwhile is no news, and outsiders are told nothing. */
    private void made(Snapshot snapshot, List<FeatureRequest> filed, Spot spot, Optional<Diary> diary) {
        Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        List<Parcel> parcels = filed.stream()
                .filter(asked -> asked.isOpen() && spot.isInternal())
                .map(asked -> spot.parcel(new CaseCard(Returns.scene(snapshot, now), asked), asked, now))
                .toList();
        String last = filed.get(filed.size() - 1).id().text();
        List<Diary.Made> before = diary.map(Diary::made).orElse(List.of());
        Diary after = parcels.isEmpty()
                ? new Diary(last, before, spot.isInternal() ? "nothing was new" : "outsiders read along", now)
                : Diary.made(before, last, now);
        Instant expected =
                Optional.ofNullable(ports.plans().planned().get(RITUAL)).orElseGet(() -> planned(now));
        ports.plans()
                .materialise(
                        new Schedule.Round(RITUAL, expected, parcels, Map.of(), Optional.empty(), Optional.of(after)));
    }

    private Instant planned(Instant now) {
        ports.plans().plan(RITUAL, Optional.of(now));
        return now;
    }
}
