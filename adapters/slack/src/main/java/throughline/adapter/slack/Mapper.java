package throughline.adapter.slack;

import static throughline.adapter.slack.AccountIds.PLATFORM;
import static throughline.adapter.slack.AccountIds.account;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.Message;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;
import throughline.core.conversation.Place;
import throughline.core.conversation.Place.Reach;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Speaker.Standing;

/** Slack's payloads as what a person did. The same over HTTP and in Socket Mode. Empty where nobody did anything for us. */
final class Mapper {
    private final ReturnPaths paths;

    Mapper(ReturnPaths paths) {
        this.paths = paths;
    }

    /** Without a return path, which is only needed where the answer is not the response. */
    Incoming command(SlashCommandPayload payload) {
        String channel = or(payload.getChannelId(), "");
        return new Incoming(
                "command:" + payload.getTriggerId(),
                speaker(payload.getTeamId(), payload.getUserId(), payload.getUserName()),
                place(channel, Optional.empty(), isDirect(channel) || "directmessage".equals(payload.getChannelName())),
                new Input.Said(Unmarked.of(or(payload.getText(), "")), Manner.COMMAND),
                "");
    }

    String returnPath(SlashCommandPayload payload) {
        return paths.seal(or(payload.getResponseUrl(), ""), or(payload.getTriggerId(), ""));
    }

    /** A mention in a channel. Its answer hangs on it, or on the thread that it is in. */
    Optional<Incoming> mention(EventsApiPayload<AppMentionEvent> payload) {
        AppMentionEvent event = payload.getEvent();
        boolean isPersons = event.getUser() != null
                && event.getBotId() == null
                && event.getSubtype() == null
                && event.getEdited() == null
                && !event.getUser().equals(bot(payload))
                && !isDirect(or(event.getChannel(), ""));
        if (!isPersons) {
            return Optional.empty();
        }
        Optional<String> thread = Optional.of(or(event.getThreadTs(), or(event.getTs(), "")));
        Place place = place(event.getChannel(), thread.filter(ts -> !ts.isEmpty()), false);
        String team = or(event.getUserTeam(), or(event.getTeam(), payload.getTeamId()));
        return Optional.of(said(payload, team, event.getUser(), place, event.getText()));
    }

    /** A message to the bot alone. */
    Optional<Incoming> message(EventsApiPayload<MessageEvent> payload) {
        MessageEvent event = payload.getEvent();
        boolean isPersons = event.getUser() != null
                && event.getBotId() == null
                && event.getEdited() == null
                && !event.getUser().equals(bot(payload))
                && "im".equals(event.getChannelType());
        if (!isPersons) {
            return Optional.empty();
        }
        Place place = place(event.getChannel(), Optional.ofNullable(event.getThreadTs()), true);
        return Optional.of(
                said(payload, or(event.getTeam(), payload.getTeamId()), event.getUser(), place, event.getText()));
    }

    private static Incoming said(
            EventsApiPayload<?> payload, String team, String user, Place place, @Nullable String text) {
        Place seen = payload.isExtSharedChannel() && !place.isDirect() ? place.with(Reach.EXTERNAL) : place;
        String plain = place.isDirect()
                ? Unmarked.said(or(text, ""), or(bot(payload), "-"))
                : Unmarked.said(or(text, ""), or(bot(payload), ""));
        return new Incoming(
                "event:" + payload.getEventId(),
                speaker(team, user, user),
                seen,
                new Input.Said(plain, Manner.OPEN),
                "");
    }

    /** The bot's user id, if Slack told it. */
    private static @Nullable String bot(EventsApiPayload<?> payload) {
        return payload.getAuthorizations() == null
                ? null
                : payload.getAuthorizations().stream()
                        .filter(authorization -> Boolean.TRUE.equals(authorization.getIsBot()))
                        .map(authorization -> authorization.getUserId())
                        .findFirst()
                        .orElse(null);
    }

    /** A tap on a button of ours. Other elements report what is chosen in them, which is of no interest yet. */
    Optional<Incoming> tap(BlockActionPayload payload) {
        if (payload.getActions() == null || payload.getActions().size() != 1 || payload.getUser() == null) {
            return Optional.empty();
        }
        BlockActionPayload.Action action = payload.getActions().get(0);
        if (!"button".equals(action.getType())) {
            return Optional.empty();
        }
        if (payload.getView() != null) {
            return tapInForm(payload, action);
        }
        return ActionId.read(or(action.getActionId(), "")).map(id -> {
            Input input = new Input.Tapped(
                    id.action(), or(action.getValue(), ""), id.posting(), FilledIn.of(payload.getState()));
            String trigger = or(payload.getTriggerId(), "");
            return new Incoming(
                    "tap:" + trigger + ":" + action.getActionTs(),
                    speaker(
                            team(payload),
                            payload.getUser().getId(),
                            payload.getUser().getName()),
                    placeOf(payload),
                    input,
                    paths.seal(or(payload.getResponseUrl(), ""), trigger));
        });
    }

    /** The second button of a modal: what is filled in comes along, and the answer may take the modal's place. */
    private Optional<Incoming> tapInForm(BlockActionPayload payload, BlockActionPayload.Action action) {
        Asked asked = Asked.read(or(payload.getView().getPrivateMetadata(), ""));
        return ActionId.read(or(action.getActionId(), "")).map(id -> {
            Input input = new Input.Tapped(
                    id.action(),
                    or(action.getValue(), ""),
                    asked.message(),
                    FilledIn.of(payload.getView().getState()));
            return new Incoming(
                    "tap:" + or(payload.getTriggerId(), "") + ":" + action.getActionTs(),
                    speaker(
                            team(payload),
                            payload.getUser().getId(),
                            payload.getUser().getName()),
                    asked.place(),
                    input,
                    paths.seal(asked.url(), "", or(payload.getView().getId(), "")));
        });
    }

    private static String team(BlockActionPayload payload) {
        return or(
                payload.getUser().getTeamId(),
                payload.getTeam() == null ? "" : payload.getTeam().getId());
    }

    /** A message in a channel begins a thread when it is answered; what one person sees alone does not. */
    private static Place placeOf(BlockActionPayload payload) {
        BlockActionPayload.Container container =
                Objects.requireNonNullElseGet(payload.getContainer(), BlockActionPayload.Container::new);
        Message message = Objects.requireNonNullElseGet(payload.getMessage(), Message::new);
        String inContainer = or(container.getChannelId(), "");
        String channel = payload.getChannel() == null
                ? inContainer
                : or(payload.getChannel().getId(), inContainer);
        boolean isSeenByAll = !container.isEphemeral() && !"ephemeral".equals(message.getSubtype());
        String opened = isSeenByAll && !isDirect(channel) ? or(container.getMessageTs(), "") : "";
        String thread = or(container.getThreadTs(), or(message.getThreadTs(), opened));
        return place(channel, Optional.of(thread).filter(ts -> !ts.isEmpty()), isDirect(channel));
    }

    /**
     * The message shortcuts: which OKR a message serves, and a request that begins with its words. Both are answered to their person
     * alone; a text that asks for its OKR is work, not necessarily the name of something on the roadmap.
     */
    Optional<Incoming> shortcut(MessageShortcutPayload payload) {
        if (payload.getUser() == null || payload.getMessage() == null) {
            return Optional.empty();
        }
        String channel =
                payload.getChannel() == null ? "" : or(payload.getChannel().getId(), "");
        boolean isRequest = Workspace.REQUEST.equals(payload.getCallbackId());
        // What is said in a thread is everybody's there; a request in progress is one person's.
        Optional<String> thread =
                Optional.ofNullable(payload.getMessage().getThreadTs()).filter(ts -> !isRequest);
        String trigger = or(payload.getTriggerId(), "");
        String team = or(
                payload.getUser().getTeamId(),
                payload.getTeam() == null ? "" : payload.getTeam().getId());
        String text = Unmarked.of(or(payload.getMessage().getText(), ""));
        return Optional.of(new Incoming(
                "shortcut:" + trigger,
                speaker(team, payload.getUser().getId(), payload.getUser().getName()),
                place(channel, thread, isDirect(channel)),
                new Input.Said(
                        isRequest
                                ? ("request " + text).strip()
                                : text.isEmpty() ? "which-okr" : "which-okr this: " + text,
                        Manner.COMMAND),
                paths.seal(or(payload.getResponseUrl(), ""), trigger)));
    }

    /** A form that was sent. Its metadata says what it asked. */
    Optional<Incoming> submission(ViewSubmissionPayload payload) {
        if (payload.getView() == null || payload.getUser() == null) {
            return Optional.empty();
        }
        Asked asked = Asked.read(or(payload.getView().getPrivateMetadata(), ""));
        Map<String, List<String>> inputs = FilledIn.of(payload.getView().getState());
        Input input = new Input.Tapped(asked.action(), asked.value(), asked.message(), inputs);
        String team = or(
                payload.getUser().getTeamId(),
                payload.getTeam() == null ? "" : payload.getTeam().getId());
        return Optional.of(new Incoming(
                "view:" + payload.getView().getId() + ":" + or(payload.getView().getHash(), "") + ":" + told(inputs),
                speaker(team, payload.getUser().getId(), payload.getUser().getName()),
                asked.place(),
                input,
                paths.seal(asked.url(), "")));
    }

    /**
     * A form that was sent back for a mistake comes again as the same view; what is filled in tells the two apart. The next form in
     * its place has another hash.
     */
    private static UUID told(Map<String, List<String>> inputs) {
        return UUID.nameUUIDFromBytes(new TreeMap<>(inputs).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Speaker speaker(@Nullable String team, String user, @Nullable String name) {
        return new Speaker(account(or(team, ""), user), or(name, user), Standing.UNVERIFIED);
    }

    private static Place place(String channel, Optional<String> thread, boolean direct) {
        return new Place(PLATFORM, channel, thread, direct ? Reach.DIRECT : Reach.INTERNAL);
    }

    private static boolean isDirect(String channel) {
        return channel.startsWith("D");
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
