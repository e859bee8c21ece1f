package throughline.core.assistant;

import java.util.Optional;
import java.util.function.Function;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Receipt;
import throughline.core.view.Phrases;

/** What somebody says to a swap that waits: the owner of what would go out, or a product lead. */
record Consulted(Request request, Case held, Receipt receipt, String rest) {

    /** Who is asked at this stage. */
    enum Whom {
        OWNER,
        LEAD
    }

    /** Finds the decision that the request names, and refuses civilly where it does not wait for this person. */
    static Turn on(Request request, Usage usage, Whom whom, Function<Consulted, Turn> then) {
        String[] parts = request.whole().strip().split("\\s+", 2);
        Optional<Receipt> receipt = request.roadmap().beside(parts[0], Receipt.class);
        Optional<FeatureRequest> asked = receipt.flatMap(Receipt::request)
                .flatMap(id -> request.roadmap().find(id, FeatureRequest.class));
        if (receipt.isEmpty() || asked.isEmpty()) {
            return request.tell(
                    Card.of(
                            "Which decision? Type " + usage.typed() + ".",
                            Block.Buttons.of(Actions.askFirst("Decisions", "decisions"))),
                    Answer.of(Intent.DECISION));
        }
        Case held = new Case(request.roadmap(), asked.get());
        Consulted consulted = new Consulted(request, held, receipt.get(), parts.length > 1 ? parts[1].strip() : "");
        return consulted.checked(whom, then);
    }

    private Turn checked(Whom whom, Function<Consulted, Turn> then) {
        Case.Stage stage = held.stage();
        boolean isAsked = whom == Whom.OWNER
                ? stage instanceof Case.Stage.WithOwner with && with.receipt().equals(receipt)
                : stage instanceof Case.Stage.Disputed disputed
                        && disputed.receipt().equals(receipt);
        if (!(whom == Whom.OWNER ? isOwner() : isLead())) {
            return tell(refusal(whom));
        }
        return isAsked ? then.apply(this) : tell(over());
    }

    private boolean isOwner() {
        PersonId me = request.person().id();
        return receipt.values().find(Receipt.ASKED_OF).filter(me::equals).isPresent()
                || out().flatMap(Initiative::owner).filter(me::equals).isPresent()
                || receipt.values().find(Receipt.ANSWERED_BY).filter(me::equals).isPresent()
                || isLead();
    }

    /** The lead of the product, any product lead, an admin; where there is none of them, who decides. */
    private boolean isLead() {
        boolean isOne = out().map(bet -> Approvers.may(request, bet))
                .orElseGet(() -> request.person().is(Role.PRODUCT_LEAD)
                        || request.person().is(Role.ADMIN));
        boolean isNobody =
                out().map(bet -> Approvers.of(request, bet).isEmpty()).orElse(false);
        return isOne || (isNobody && request.person().keepsRoadmap());
    }

    Optional<Initiative> out() {
        return receipt.out().flatMap(id -> request.roadmap().find(id, Initiative.class));
    }

    private Card refusal(Whom whom) {
        String who = whom == Whom.LEAD
                ? "a product lead"
                : receipt.values()
                                .find(Receipt.ASKED_OF)
                                .map(request.scene().people()::fullName)
                                .orElse("the owner of what goes out")
                        + " or a product lead";
        return Card.of(
                "Only " + who + " can do that with " + receipt.id() + ", so nothing was changed.",
                new Block.Text(Prose.of(new ReceiptCard(request.scene(), receipt).headline())),
                Block.Buttons.of(Actions.ask("See " + receipt.id(), "show " + receipt.id())));
    }

    /** It was settled meanwhile, or waits for somebody else. */
    private Card over() {
        Optional<Receipt> standing = held.standing().filter(other -> !other.equals(receipt));
        String what;
        if (held.stage() instanceof Case.Stage.Withdrawn) {
            what = request.scene().people().call(held.request().author()) + " withdrew "
                    + Phrases.named(held.request());
        } else if (standing.isPresent()) {
            what = request.scene().people().call(standing.get().decider()) + " decided otherwise meanwhile: "
                    + new ReceiptCard(request.scene(), standing.get()).what() + " ("
                    + standing.get().id() + ")";
        } else {
            what = receipt.id() + " does not wait for this: " + new ReceiptCard(request.scene(), receipt).what();
        }
        String stays = out().map(
                        bet -> Phrases.named(bet) + " is in " + bet.horizon().title() + ".")
                .orElse("");
        return Card.of(
                Phrases.closed(what) + " You need not do anything.",
                new Block.Text(Prose.of(stays.isEmpty() ? "Nothing was changed." : stays)),
                Block.Buttons.of(Actions.ask("See " + receipt.id(), "show " + receipt.id())));
    }

    /** The words that came with it, typed or filled in, as they are kept. */
    Optional<String> words() {
        String typed = rest.replaceFirst("(?is)^because\\s+", "");
        String given = request.input(CaseCard.WORDS).isEmpty() ? typed : request.input(CaseCard.WORDS);
        return FeatureRequest.WORDS.tidied(given);
    }

    /** Asks for the words. */
    Turn asking(String question, String label, String verb) {
        Optional<String> problem =
                request.inputs().isEmpty() ? Optional.empty() : Optional.of("Say why, in a sentence.");
        return tell(CaseCard.form(question, label, verb + " " + receipt.id(), problem));
    }

    String call(PersonId person) {
        return request.scene().people().call(person);
    }

    Turn tell(Card card) {
        return request.tell(card, answer());
    }

    Answer answer() {
        return Answer.about(Intent.DECISION, held.request().id(), receipt.id());
    }
}
