"""What an instructor reads after grading: statistics, difficulties, near copies, exports."""
