package throughline.core.assistant;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Place;
import throughline.core.people.Account;
import throughline.core.ritual.Agenda;
import throughline.core.roadmap.Schedule;

/** How channels are named where something is said. */
record ChannelNames(Request request) {
    static final String FIELD = "channel";
    static final String HERE = "here";

    /** Where channels are known by ids only, so that none is found by its name. */
    private static final Set<String> NAMELESS = Set.of("teams");

    boolean hasNames() {
        return !NAMELESS.contains(request.scene().place().platform());
    }

    /** Whether no channel can be named from there. */
    boolean isNowhere() {
        return !hasNames() && request.scene().place().isDirect();
    }

    String label() {
        return hasNames() ? "Channel, such as #growth, or “here”" : "Channel: “here” is where you say it";
    }

    /** As people know it: by its name, where it has one for them. */
    String name(String channel) {
        String named = channel.substring(channel.indexOf(':') + 1);
        boolean isHere = channel.equals(request.scene().place().written());
        return named.startsWith("#") ? named : isHere ? "this channel" : "the channel where that was set up";
    }

    /** Where it is, in writing; empty and a problem if nothing may be said there. */
    Optional<String> place(String channel, Map<String, String> problems) {
        Place place = request.scene().place();
        boolean isHere = channel.equalsIgnoreCase(HERE);
        Optional<String> found = isHere ? here(place) : named(channel);
        boolean isGeneral = found.filter(Agenda::isGeneral).isPresent()
                || (isHere && place.name().filter(Agenda::isGeneral).isPresent());
        if (isGeneral) {
            problems.put(FIELD, "I never speak unasked where everybody is. Take the team's own channel.");
        } else if (found.isEmpty()) {
            problems.put(FIELD, notFound(isHere));
        }
        return found;
    }

    private static Optional<String> here(Place place) {
        return !place.isDirect() && place.reach() == Place.Reach.INTERNAL
                ? Optional.of(place.written())
                : Optional.empty();
    }

    private Optional<String> named(String channel) {
        return hasNames() && channel.startsWith("#") && channel.length() > 1
                ? Optional.of(request.scene().place().platform() + ":" + channel)
                : Optional.empty();
    }

    private String notFound(boolean isHere) {
        if (isHere) {
            return "“here” is a channel of yours without outsiders. Say it there"
                    + (hasNames() ? ", or name one: #growth." : ".");
        }
        return hasNames()
                ? "Name a channel, such as #growth, or say “here” in it."
                : "I find no channel by its name here. Say “here” in the team's own.";
    }

    /** Where commands may be given in channels that the bot is not in. */
    static String invitation(Schedule schedule) {
        String platform = schedule.channel().split(":", 2)[0];
        return platform.equals(Account.LOCAL) || NAMELESS.contains(platform)
                ? ""
                : " Invite me to it if I am not there yet: I speak only where I am.";
    }
}
