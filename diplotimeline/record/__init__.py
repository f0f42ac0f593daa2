"""What a chronology is: values, the words they may use, and the questions that may be asked of them."""
