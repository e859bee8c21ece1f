package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Receipt;
import throughline.core.view.Phrases;

/** The talk about a request between who decides it and who asked for it. */
record Talking(Request request, FeatureRequest asked, String rest) {

    /** Empty where the request names no request of that kind. */
    static Optional<Talking> on(Request request) {
        String[] parts = request.whole().strip().split("\\s+", 2);
        return request.roadmap()
                .beside(parts[0], FeatureRequest.class)
                .map(asked -> new Talking(request, asked, parts.length > 1 ? parts[1].strip() : ""));
    }

    private CaseCard card() {
        return new CaseCard(request.scene(), asked);
    }

    private Case held() {
        return new Case(request.roadmap(), asked);
    }

    private Optional<String> words() {
        return FeatureRequest.WORDS.tidied(
                request.input(CaseCard.WORDS).isEmpty() ? rest : request.input(CaseCard.WORDS));
    }

    private Optional<String> problem() {
        return request.inputs().isEmpty() ? Optional.empty() : Optional.of("Write a sentence.");
    }

    /** Asks the requester something before it is decided. */
    Turn askBack() {
        if (!request.person().keepsRoadmap()) {
            return refused("a PM");
        }
        if (!asked.isOpen()) {
            return closed();
        }
        String author = call(asked.author());
        if (words().isEmpty()) {
            return tell(CaseCard.form(
                    "What do you want to know from " + author + "?", "Question", "ask-back " + asked.id(), problem()));
        }
        String question = words().get();
        return tell(Card.of(
                        "I asked " + author + "; " + asked.id() + " waits for the answer.",
                        new Block.Text(Prose.of(Phrases.quoted(question))),
                        Block.Buttons.of(Actions.ask("Decide now", "decide " + asked.id()))))
                .recording(
                        Stream.of(
                                        edited(FeatureRequest.ASKED, Optional.of(question)),
                                        edited(
                                                FeatureRequest.ASKED_BY,
                                                Optional.of(request.person().id())),
                                        edited(FeatureRequest.EXPLAINED, Optional.empty()))
                                .flatMap(Optional::stream)
                                .toList(),
                        basis(),
                        Optional.empty())
                .notifying(List.of(new Notice(
                        asked.author(), card().askedBack(question), Optional.of(unasked(author, question)))));
    }

    private Reply unasked(String author, String question) {
        Card card = Card.of(
                "Your question stands with " + asked.id() + ", but I can't reach " + author + ".",
                new Block.Text(Prose.of(Phrases.quoted(question))),
                Block.Buttons.of(Actions.ask("Decide now", "decide " + asked.id())));
        return new Reply(Reply.Visibility.PRIVATE, card, Optional.of(Answer.about(Intent.DECISION, asked.id())));
    }

    /** What the requester says to that. */
    Turn reply() {
        if (!asked.people().contains(request.person().id())) {
            return refused(request.scene().people().fullName(asked.author()));
        }
        if (!asked.isOpen()) {
            return closed();
        }
        if (words().isEmpty()) {
            return tell(CaseCard.form(
                    "What should be known about " + asked.id() + "?", "Your answer", "reply " + asked.id(), problem()));
        }
        String answer = words().get();
        FeatureRequest after = (FeatureRequest) asked.with(FeatureRequest.EXPLAINED, Optional.of(answer));
        Stream<PersonId> deciders = asked.values()
                .find(FeatureRequest.ASKED_BY)
                .map(Stream::of)
                .orElseGet(() -> Decide.deciders(request, asked).map(Person::id));
        return tell(Card.of(
                        "Your answer stands with " + asked.id() + ".",
                        new Block.Text(Prose.of(Phrases.quoted(answer))),
                        Block.Buttons.of(Actions.ask("Show " + asked.id(), "show " + asked.id()))))
                .recording(
                        edited(FeatureRequest.EXPLAINED, Optional.of(answer)).stream()
                                .toList(),
                        basis(),
                        Optional.empty())
                .notifying(to(deciders, new CaseCard(request.scene(), after).toDecide()));
    }

    /** Whoever asked for it, or joined, wants it no longer; if others do, it stays open and is theirs. */
    Turn withdraw() {
        PersonId me = request.person().id();
        if (!asked.people().contains(me)) {
            return refused(request.scene().people().fullName(asked.author()) + ", who asked for it,");
        }
        if (!asked.isOpen()) {
            return closed();
        }
        List<PersonId> others = asked.people().stream()
                .filter(person -> !person.equals(me))
                .filter(person -> request.scene().people().find(person).isPresent())
                .toList();
        return others.isEmpty() ? withdrawn() : left(others);
    }

    private Turn left(List<PersonId> others) {
        PersonId me = request.person().id();
        PersonId heir = others.get(0);
        String stays = card().name() + ". It stays open for " + call(heir)
                + (others.size() == 1 ? "" : " and " + Phrases.plural(others.size() - 1, "other", "others")) + ".";
        boolean isAuthor = asked.author().equals(me);
        Card told = Card.of(
                call(me) + " no longer asks for " + stays,
                Block.Buttons.of(Actions.ask("Show " + asked.id(), "show " + asked.id())));
        Stream<PersonId> deciders = Decide.deciders(request, asked).map(Person::id);
        List<Notice> notices = isAuthor
                ? Stream.concat(
                                to(Stream.of(heir), inherited()).stream(),
                                to(deciders.filter(person -> !person.equals(heir)), told).stream())
                        .toList()
                : List.of();
        return tell(Card.of(
                        "You no longer ask for " + stays,
                        Block.Buttons.of(Actions.ask("Show " + asked.id(), "show " + asked.id()))))
                .recording(held().leaving(me, heir), basis(), words())
                .notifying(notices);
    }

    /** To the first of those who joined: with what is still asked back. */
    private Card inherited() {
        Card card = Card.of(
                card().name() + " is yours now: " + call(asked.author()) + " no longer asks for it.",
                new Block.Text(Prose.of("You joined it, so it stays open and goes on as before.")));
        Optional<String> open = asked.values()
                .find(FeatureRequest.ASKED)
                .filter(question ->
                        asked.values().find(FeatureRequest.EXPLAINED).isEmpty());
        return open.map(question -> card.with(new Block.Text(Prose.of(asked.values()
                                .find(FeatureRequest.ASKED_BY)
                                .map(this::call)
                                .orElse("Somebody")
                        + " asked " + Phrases.quoted(Phrases.clipped(question))))))
                .orElse(card)
                .with(new Block.Buttons(Stream.of(
                                open.map(question -> Actions.askFirst("Answer", "reply " + asked.id())),
                                Optional.of(Actions.ask("Show " + asked.id(), "show " + asked.id())),
                                Optional.of(Actions.ask("Withdraw it", "withdraw " + asked.id())))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private Turn withdrawn() {
        Stream<PersonId> concerned = Stream.of(
                        Decide.deciders(request, asked).map(Person::id),
                        asked.people().stream(),
                        held().standing().stream().flatMap(Talking::waitedFor))
                .flatMap(people -> people);
        Card told = Card.of(
                call(request.person().id()) + " withdrew the request " + card().name() + ".",
                new Block.Note(Prose.of("You need not do anything.")));
        return tell(Card.of(
                        "Withdrawn: the request " + card().name() + ".",
                        new Block.Note(Prose.of("Who was to decide it is told."))))
                .recording(held().withdrawing(), basis(), words())
                .notifying(to(concerned, told));
    }

    private static Stream<PersonId> waitedFor(Receipt receipt) {
        return receipt.isPending() ? receipt.values().find(Receipt.ASKED_OF).stream() : Stream.of();
    }

    private Turn refused(String who) {
        return tell(Card.of(
                "Only " + who + " can do that with " + card().name() + ", so nothing was changed.",
                Block.Buttons.of(Actions.ask("Show " + asked.id(), "show " + asked.id()))));
    }

    private Turn closed() {
        return tell(held().standing()
                .filter(receipt -> asked.state() != FeatureRequest.State.WITHDRAWN)
                .map(receipt -> Card.of(
                        card().name() + " is decided already: " + new ReceiptCard(request.scene(), receipt).what()
                                + " (" + receipt.id() + ").",
                        Block.Buttons.of(Actions.ask("See " + receipt.id(), "show " + receipt.id()))))
                .orElseGet(() -> Card.of(card().name() + " was withdrawn. Nothing was changed.")));
    }

    private <V> Optional<Change> edited(Field<V> field, Optional<V> after) {
        Optional<V> before = asked.values().find(field);
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Change.Edited<>(Kind.REQUEST, asked.id(), field, before, after));
    }

    private Set<String> basis() {
        return new HashSet<>(held().basis());
    }

    /** One notice for each, and none to who acts. */
    private List<Notice> to(Stream<PersonId> people, Card card) {
        List<Notice> notices = new ArrayList<>();
        people.distinct()
                .filter(person -> !person.equals(request.person().id()))
                .forEach(person -> notices.add(new Notice(person, card, Optional.empty())));
        return notices;
    }

    private String call(PersonId person) {
        return request.scene().people().call(person);
    }

    private Turn tell(Card card) {
        return request.tell(card, Answer.about(Intent.DECISION, asked.id()));
    }
}
