package throughline.core.question;

class WordRecallTest extends RecallContract {
    @Override
    protected Recall recall() {
        return new WordRecall();
    }
}
