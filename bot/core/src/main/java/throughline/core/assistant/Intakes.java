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
import throughline.core.conversation.Scene;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.delivery.Diary;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Schedule;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.IntakeChannel;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/**
 * Shows each request that is filed in the channel that is set up for them, once, however many bots look, and there what becomes of it. Up to
 * which one it is shown is in the diary of the deliveries, written together with the parcels.
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

    /** The turn, after which the channel shows what became of the requests that it is about. */
    static Turn after(Turn turn, Scene scene) {
        return scene.roadmap()
                .intake()
                .filter(channel -> !turn.changes().isEmpty())
                .map(channel -> turn.updating(updates(turn, scene, channel)))
                .orElse(turn);
    }

    private static List<Turn.Update> updates(Turn turn, Scene scene, IntakeChannel channel) {
        Stamp stamp = new Stamp(scene.now(), scene.person().id(), scene.place().written());
        Roadmap after = scene.roadmap().on(new ChangeSet(stamp, turn.why(), turn.changes()));
        return turn.changes().stream()
                .flatMap(change -> change.about().stream())
                .flatMap(id -> request(after, id).stream())
                .distinct()
                .filter(id -> channel.after().map(id::compareTo).orElse(1) > 0)
                .filter(id -> scene.roadmap().find(id).isPresent())
                .flatMap(id -> after.find(id, FeatureRequest.class).stream())
                .map(asked -> new Turn.Update(
                        idOf(asked.id()),
                        Optional.of(place(channel)),
                        new CaseCard(scene, new Case(after, asked)).toChannel()))
                .toList();
    }

    /** The request that is, or that a decision is about. */
    private static Optional<ItemId> request(Roadmap roadmap, ItemId id) {
        return roadmap.find(id)
                .flatMap(item -> item instanceof Receipt receipt
                        ? receipt.request()
                        : Optional.of(id).filter(same -> item instanceof FeatureRequest));
    }

    private static String idOf(ItemId asked) {
        return RITUAL + ":" + asked;
    }

    private static Place place(IntakeChannel intake) {
        String[] written = intake.channel().split(":", 2);
        return new Place(written[0], written[1], Optional.empty(), Place.Reach.UNKNOWN);
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
            String id = idOf(asked.id());
            Reply reply = new Reply(Reply.Visibility.PUBLIC, card.toChannel(), Optional.empty());
            return new Parcel(new Posting(id, place, "", messenger.draw(reply, id), ""), now, now.plus(NEWS));
        }

        boolean isInternal() {
            return place.reach() == Place.Reach.INTERNAL;
        }
    }

    /** Empty where another bot speaks, and while the platform does not tell who reads along: the next beat asks again. */
    private Optional<Spot> spot(IntakeChannel intake) {
        Place place = place(intake);
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
                : Diary.made(before, new Diary.Made(last, now, spot.place().written(), ""));
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
