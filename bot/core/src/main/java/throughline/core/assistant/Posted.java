package throughline.core.assistant;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.conversation.Place;
import throughline.core.delivery.Diary;
import throughline.core.ritual.Period;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;

/**
 * A nudge that stands in a team's channel.
 *
 * @param message its id
 * @param about what it asks about
 * @param angle how it asks
 * @param since since when it tells changes
 */
record Posted(String message, Place place, Period week, Initiative about, String angle, Optional<Instant> since) {
    /** What a nudge asked that has no question. */
    static final String NOTHING = "nothing";

    private static final Pattern ASKED = Pattern.compile("(?<about>\\S+) (?<angle>\\w+)(?: since (?<since>\\S+))?");

    /** The last one that asked something; empty where none did, or nobody knows any more. */
    static Optional<Posted> last(TeamNudge of, Unasked unasked) {
        return unasked.chronicle().arrived(of.ritual()).flatMap(made -> read(of, made));
    }

    private static Optional<Posted> read(TeamNudge of, Diary.Made made) {
        Matcher asked = ASKED.matcher(made.asked());
        String[] channel = made.channel().split(":", 2);
        if (!asked.matches() || channel.length < 2) {
            return Optional.empty();
        }
        Place place = new Place(channel[0], channel[1], Optional.empty(), Place.Reach.INTERNAL);
        Optional<Instant> since = Optional.ofNullable(asked.group("since")).map(Instant::parse);
        return of.request()
                .roadmap()
                .find(new ItemId(asked.group("about")), Initiative.class)
                .flatMap(about -> Period.of(made.period())
                        .map(week ->
                                new Posted(of.ritual() + ":" + week, place, week, about, asked.group("angle"), since)));
    }

    boolean isAbout(Initiative bet) {
        return about.id().equals(bet.id());
    }
}
