package throughline.core.card;

/** Draws blocks in one platform's form. Limits, truncation, escaping and dialect live in its implementations only. */
public interface Draw<R> {
    R text(Block.Text text);

    R note(Block.Note note);

    R facts(Block.Facts facts);

    R items(Block.Items items);

    R table(Block.Table table);

    R buttons(Block.Buttons buttons);

    R form(Block.Form form);
}
